package vallarta.compact.document;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/// The structure of a document that readers of a screen walk by, mended where PDF/UA-1 (ISO
/// 14289-1, 7.4.2 and 7.5) asks for more than HTML does: no level of heading is skipped, and the
/// rows of a table are equally wide. A caption becomes a paragraph before its table, which it may
/// not be parted from; one for readers of a screen alone repeats what the header says.
final class Outline {

  private final Document document;

  Outline(Document document) {
    this.document = document;
  }

  void mend() {
    headings();
    document.select("table").forEach(Outline::table);
  }

  /// Every heading that is not empty, with an `id` to lead to.
  List<Element> headings() {
    Elements headings = document.select("h1, h2, h3, h4, h5, h6");
    int before = 0;
    int number = 0;
    for (Element heading : headings) {
      int level = Math.min(level(heading), before + 1);
      heading.tagName("h" + level);
      before = level;
      number++;
      if (heading.id().isEmpty()) {
        heading.id("heading-" + number);
      }
    }
    return headings.stream().filter(Element::hasText).toList();
  }

  static int level(Element heading) {
    return heading.normalName().charAt(1) - '0';
  }

  /// Gives short rows empty cells, where no cell reaches into the next row.
  private static void table(Element table) {
    for (Element caption : table.select("caption")) {
      if (!caption.hasClass("unseen")) {
        table.before(caption.tagName("p").addClass("caption"));
      } else {
        caption.remove();
      }
    }
    if (!table.select("[rowspan]").isEmpty()) {
      return;
    }
    List<Element> rows =
        table.select("tr").stream().filter(row -> row.closest("table") == table).toList();
    int widest = rows.stream().mapToInt(Outline::width).max().orElse(0);
    for (Element row : rows) {
      for (int cell = width(row); cell < widest; cell++) {
        row.appendElement("td");
      }
    }
  }

  static int width(Element row) {
    return row.children().stream()
        .mapToInt(cell -> cell.hasAttr("colspan") ? Integer.parseInt(cell.attr("colspan")) : 1)
        .sum();
  }
}

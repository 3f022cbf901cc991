package vallarta.compact.consultation.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Puts the lines of each page in order and drops what is not part of the text: running heads and
/// feet, page numbers, the job numbers of United Nations documents.
final class PdfPages {

  /// How many lines from the top or the bottom of a page may be running heads.
  private static final int DEEPEST = 4;

  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?iu)^[-–—\\s|]*(?:(?:page|página|стр\\.?|第)\\s*)?\\d{1,4}(?:\\s*(?:/|of|de|из|sur)\\s*\\d{1,4})?\\s*[页|]?[-–—\\s|]*$");

  private static final Pattern JOB_NUMBER =
      Pattern.compile(
          "^(?:[A-Z]{2,5}\\.)?\\d{2}-\\d{4,6}\\s*(?:\\(\\w+\\))?.{0,24}$|^\\*\\s?\\d{6,8}\\s?\\*$");

  private PdfPages() {}

  /// The lines page by page.
  static List<List<PdfLine>> clean(List<PdfLine> lines, int pages) {
    List<List<PdfLine>> byPage = new ArrayList<>();
    for (int i = 0; i < pages; i++) {
      byPage.add(new ArrayList<>());
    }
    for (PdfLine line : lines) {
      if (!JOB_NUMBER.matcher(line.text()).matches()) {
        byPage.get(line.page() - 1).add(line);
      }
    }
    Set<String> running = running(byPage);
    return byPage.stream().map(page -> inOrder(withoutRunning(page, running))).toList();
  }

  /// The lines that stand at the top or bottom of at least two pages and of a tenth of all.
  private static Set<String> running(List<List<PdfLine>> pages) {
    Map<String, Integer> counts = new HashMap<>();
    for (List<PdfLine> page : pages) {
      Set<String> ofPage = new HashSet<>();
      atEdges(page).forEach(line -> ofPage.add(key(line)));
      ofPage.forEach(key -> counts.merge(key, 1, Integer::sum));
    }
    int enough = Math.max(2, pages.size() / 10);
    counts.values().removeIf(count -> count < enough);
    return counts.keySet();
  }

  private static String key(PdfLine line) {
    return (line.isInTopMargin() ? "top " : "bottom ")
        + Math.round(line.size())
        + line.text().replaceAll("\\d+", "#").replaceAll("\\s+", "");
  }

  private static List<PdfLine> atEdges(List<PdfLine> page) {
    List<PdfLine> byHeight = page.stream().sorted(Comparator.comparingDouble(PdfLine::y)).toList();
    List<PdfLine> edges = new ArrayList<>();
    for (int i = 0; i < byHeight.size(); i++) {
      PdfLine line = byHeight.get(i);
      boolean top = i < DEEPEST && line.isInTopMargin();
      boolean bottom = i >= byHeight.size() - DEEPEST && line.isInBottomMargin();
      if (top || bottom) {
        edges.add(line);
      }
    }
    return edges;
  }

  private static List<PdfLine> withoutRunning(List<PdfLine> page, Set<String> running) {
    Set<PdfLine> dropped = new HashSet<>();
    for (PdfLine line : atEdges(page)) {
      if (running.contains(key(line)) || PAGE_NUMBER.matcher(line.text()).matches()) {
        dropped.add(line);
      }
    }
    return page.stream().filter(line -> !dropped.contains(line)).toList();
  }

  /// Word processors paint the foot of a page first and its head last. Wherever all that follows
  /// lies above all that went before the page is cut, and the parts are put together from the top.
  private static List<PdfLine> inOrder(List<PdfLine> page) {
    float[] lowestAfter = new float[page.size() + 1];
    for (int i = page.size() - 1; i >= 0; i--) {
      lowestAfter[i] = Math.max(lowestAfter[i + 1], page.get(i).y());
    }
    List<PdfLine> ordered = new ArrayList<>();
    List<PdfLine> part = new ArrayList<>();
    float highest = Float.MAX_VALUE;
    for (int i = 0; i < page.size(); i++) {
      if (lowestAfter[i] < highest && !part.isEmpty()) {
        ordered.addAll(0, part);
        part.clear();
      }
      part.add(page.get(i));
      highest = Math.min(highest, page.get(i).y());
    }
    ordered.addAll(0, part);
    return ordered;
  }
}

package vallarta.compact.consultation.passage;

import java.util.ArrayList;
import java.util.List;
import vallarta.compact.consultation.passage.Numbering.Style;
import vallarta.compact.consultation.passage.Paragraphs.Paragraph;
import vallarta.compact.consultation.reading.Block;
import vallarta.compact.consultation.reading.Reading;
import vallarta.compact.language.Language;

/// Splits a text into passages: sentences, numbered paragraphs and recommendations, and the items
/// of lists.
///
/// Headings become the heading path of what is below them; footnotes are left out. The substring of
/// the text between the offsets of a passage, white space folded, is the passage's text. Safe for
/// use by many threads.
public final class PassageSplitter {

  private final Sentences sentences = new Sentences();

  /// The passages of a text in its order.
  public List<Passage> split(Reading reading, Language language) {
    return new Run(reading, language).passages();
  }

  /// A text that is one statement as it was given, for example a row of a table. The number before
  /// it, if there is one, is taken off.
  public Passage whole(String text) {
    int end = Blanks.trim(text, 0, text.length());
    int start = Blanks.skip(text, 0, end);
    Numbering numbering =
        Numbering.find(text, start, end)
            .filter(found -> found.end() < end)
            .orElse(new Numbering("", Style.BULLET, start));
    return new Passage(
        0,
        List.of(),
        numbering.number(),
        1,
        numbering.end(),
        end,
        Blanks.fold(text.substring(numbering.end(), end)));
  }

  /// One text on its way through.
  private final class Run {
    private final Reading reading;
    private final String text;
    private final Language language;
    private final HeadingPath headings = new HeadingPath();
    private final ListLeads leads = new ListLeads();
    private final List<Passage> passages = new ArrayList<>();
    private int paragraph;
    private String waitingNumber = "";

    Run(Reading reading, Language language) {
      this.reading = reading;
      this.text = reading.text();
      this.language = language;
    }

    List<Passage> passages() {
      for (Paragraph next : Paragraphs.list(reading)) {
        switch (next.first().kind()) {
          case HEADING -> heading(next.first());
          case FOOTNOTE -> {
            // A note says where something was said: not a passage of its own.
          }
          case PARAGRAPH, LIST_ITEM, TABLE_CELL -> paragraph(next);
        }
      }
      return passages;
    }

    private void heading(Block block) {
      headings.enter(block.level(), reading.textOf(block));
      leads.close();
      waitingNumber = "";
    }

    private void paragraph(Paragraph next) {
      int end = Blanks.trim(text, next.first().start(), next.end());
      int start = Blanks.skip(text, next.first().start(), end);
      if (start == end) {
        return;
      }
      var found = Numbering.find(text, start, end);
      String number = found.map(Numbering::number).orElse(waitingNumber);
      waitingNumber = "";
      int from = found.map(Numbering::end).orElse(start);
      if (from == end) {
        waitingNumber = number;
        return;
      }
      String lead = lead(next.first(), found.map(Numbering::style).orElse(null));
      paragraph++;
      InlineList list = InlineList.find(text, from, end);
      sentences(next, number, lead, from, list.leadEnd());
      if (!list.items().isEmpty()) {
        String opening = list.leadEnd() > from ? passages.getLast().text() : "";
        String inner = Blanks.shorten((lead + " " + opening).strip(), 300);
        for (InlineList.Item item : list.items()) {
          String label = item.number().isEmpty() ? number : item.number();
          sentences(next, label, inner, item.start(), item.end());
        }
      }
      if (!passages.isEmpty()) {
        leads.ended(passages.getLast().text());
      }
    }

    private String lead(Block block, @org.jspecify.annotations.Nullable Style style) {
      boolean marked = block.kind() == Block.Kind.LIST_ITEM;
      if (style == null && !marked) {
        leads.close();
        return "";
      }
      return leads.itemLead(style == null ? Style.BULLET : style, block.level(), marked);
    }

    private void sentences(Paragraph next, String number, String lead, int from, int to) {
      for (Sentences.Span span : sentences.split(text, from, to, language)) {
        passages.add(
            new Passage(
                next.pageAt(span.start()),
                headings.list(),
                number,
                paragraph,
                span.start(),
                span.end(),
                Blanks.fold(text.substring(span.start(), span.end())),
                lead));
      }
    }
  }
}

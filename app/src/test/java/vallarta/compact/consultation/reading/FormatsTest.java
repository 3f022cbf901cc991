package vallarta.compact.consultation.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static vallarta.compact.consultation.reading.Block.Kind.FOOTNOTE;
import static vallarta.compact.consultation.reading.Block.Kind.HEADING;
import static vallarta.compact.consultation.reading.Block.Kind.LIST_ITEM;
import static vallarta.compact.consultation.reading.Block.Kind.PARAGRAPH;
import static vallarta.compact.consultation.reading.Block.Kind.TABLE_CELL;
import static vallarta.compact.consultation.reading.Documents.ASK;
import static vallarta.compact.consultation.reading.Documents.ITEM;
import static vallarta.compact.consultation.reading.Documents.SECTION;
import static vallarta.compact.consultation.reading.Documents.TITLE;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormatsTest {

  record Seen(Block.Kind kind, int level, String text) {}

  private static Reading read(byte[] bytes, String name) {
    return new FileReading(TextLimits.of(ReadingLimits.DEFAULT)).read(bytes, name);
  }

  private static List<Seen> seen(Reading reading) {
    assertThat(reading.status()).as(reading.detail()).isEqualTo(ReadingStatus.READ);
    return reading.blocks().stream()
        .map(it -> new Seen(it.kind(), it.level(), reading.textOf(it)))
        .toList();
  }

  @Test
  void readsHeadingsListsAndTableRowsOfDocx() {
    Reading reading = read(Documents.docx(), "note.docx");
    assertThat(seen(reading))
        .containsExactly(
            new Seen(HEADING, 1, TITLE),
            new Seen(HEADING, 2, SECTION),
            new Seen(PARAGRAPH, 0, ASK),
            new Seen(LIST_ITEM, 1, ITEM),
            new Seen(HEADING, 3, "Closing remarks"),
            new Seen(TABLE_CELL, 1, "Recommendation"),
            new Seen(TABLE_CELL, 1, "Position"),
            new Seen(HEADING, 6, "Theme: Skills"),
            new Seen(TABLE_CELL, 3, "1.1 Open one desk for newcomers;"),
            new Seen(TABLE_CELL, 3, "Supported"));
    assertThat(reading.mediaType()).contains("wordprocessingml");
    assertThat(reading.pages()).isZero();
  }

  @Test
  void keepsAFootnoteOfOdtOutOfTheSentenceItStandsIn() {
    assertThat(seen(read(Documents.odt(), "note.odt")))
        .containsExactly(
            new Seen(HEADING, 1, TITLE),
            new Seen(HEADING, 2, SECTION),
            new Seen(PARAGRAPH, 0, ASK),
            new Seen(FOOTNOTE, 0, "7 Told by nurses."),
            new Seen(LIST_ITEM, 1, ITEM));
  }

  @Test
  void readsAFileOfAnOldWordProcessor() {
    assertThat(seen(read(Documents.doc(), "note.doc")))
        .startsWith(
            new Seen(HEADING, 1, TITLE),
            new Seen(HEADING, 2, SECTION),
            new Seen(
                PARAGRAPH,
                0,
                "1. Delegates asked the Government of Islandia to recognise the skills of nurses who"
                    + " arrive from Valdoria. They want this by 2030."),
            new Seen(LIST_ITEM, 1, "Recognise certificates within ninety days."))
        .contains(
            new Seen(TABLE_CELL, 2, "1.1 Open one desk for newcomers;"),
            new Seen(HEADING, 3, "Closing remarks"))
        .endsWith(new Seen(FOOTNOTE, 0, "Told by the nurses of Valdoria."));
  }

  @Test
  void takesBoldLinesOfRtfForHeadings() {
    assertThat(seen(read(Documents.rtf(), "note.rtf")))
        .containsExactly(
            new Seen(HEADING, 1, TITLE),
            new Seen(HEADING, 1, SECTION),
            new Seen(PARAGRAPH, 0, ASK),
            new Seen(LIST_ITEM, 1, ITEM),
            new Seen(PARAGRAPH, 0, "Café рус"));
  }

  @Test
  void readsAWebPageAsABrowserShowsIt() {
    assertThat(seen(read(Documents.html(), "note.html")))
        .containsExactly(
            new Seen(HEADING, 1, TITLE),
            new Seen(HEADING, 2, SECTION),
            new Seen(PARAGRAPH, 0, ASK),
            new Seen(LIST_ITEM, 1, ITEM),
            new Seen(TABLE_CELL, 1, "Recommendation"),
            new Seen(TABLE_CELL, 1, "Position"));
  }

  @Test
  void readsMarkdownByItsStructure() {
    assertThat(seen(read(Documents.markdown(), "note.md")))
        .containsExactly(
            new Seen(HEADING, 1, TITLE),
            new Seen(HEADING, 2, SECTION),
            new Seen(PARAGRAPH, 0, ASK),
            new Seen(LIST_ITEM, 1, ITEM),
            new Seen(TABLE_CELL, 1, "Recommendation"),
            new Seen(TABLE_CELL, 1, "Position"),
            new Seen(TABLE_CELL, 2, "1.1 Open one desk"),
            new Seen(TABLE_CELL, 2, "Supported"));
  }

  @Test
  void placesEveryBlockInTheText() {
    Reading reading = read(Documents.html(), "note.html");
    assertThat(reading.text())
        .isEqualTo(String.join("\n", reading.blocks().stream().map(reading::textOf).toList()));
  }

  @Test
  void readsAFileByItsBytesWhereTheNameSaysOtherwise() {
    Reading reading = read(Documents.rtf(), "note.doc");
    assertThat(reading.status()).isEqualTo(ReadingStatus.READ);
    assertThat(reading.mediaType()).isEqualTo("application/rtf");
    assertThat(reading.detail()).isEqualTo("named DOC, but the bytes are RTF");
  }

  @Test
  void readsPlainTextWhateverItsNameUnlessTheNameIsOfAnotherKindOfText() {
    byte[] text = Documents.bytes("Open one desk for newcomers.");
    assertThat(read(text, "README").status()).isEqualTo(ReadingStatus.READ);
    assertThat(read(text, "note.text").status()).isEqualTo(ReadingStatus.READ);
    Reading table = read(Documents.bytes("a,b\n1,2\n"), "table.csv");
    assertThat(table.status()).isEqualTo(ReadingStatus.UNSUPPORTED_TYPE);
    assertThat(table.detail()).isEqualTo("text/csv");
  }
}

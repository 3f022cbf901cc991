package vallarta.compact.consultation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PdfReaderTest {

  private static Reading read(Pages pages) {
    try (pages) {
      return new FileReading(TextLimits.of(ReadingLimits.DEFAULT)).read(pages.bytes(), "a.pdf");
    }
  }

  private static List<String> blocks(Pages pages) {
    Reading reading = read(pages);
    assertThat(reading.status()).isEqualTo(ReadingStatus.READ);
    return reading.blocks().stream()
        .map(it ->
            it.kind().name().charAt(0)
                + ""
                + it.level()
                + " p"
                + it.page()
                + " "
                + reading.textOf(it))
        .toList();
  }

  /// Two pages as the United Nations print them: masthead and job number painted out of order, a
  /// running head, page numbers, a heading on two lines, a note mark and its note, and a paragraph
  /// that goes on overleaf.
  private static Pages report() {
    return new Pages()
        .page()
        .write(57, 780, 9, "GE.99-12345 (E)")
        .bold(57, 218, 12, "Council of Islandia")
        .bold(57, 290, 14, "II. Implementation of recommendations from the previous")
        .bold(57, 305, 14, "cycles")
        .write(
            113,
            340,
            10,
            "1. In June the Government of Islandia sent its report to the Council and awareness-")
        .marked(
            113,
            352,
            10,
            "raising began. Since then the Office has had advocates of its own.",
            "12",
            " They have been")
        .write(113, 364, 10, "heard in the schools.")
        .write(
            113,
            382,
            10,
            "2. The preparations for the third round were begun in autumn by the ministries, which")
        .write(
            113,
            394,
            10,
            "were joined by offices that had not been heard before and by the cities of the")
        .marked(57, 740, 7, "", "12", " Told by the Office.")
        .write(57, 60, 14, "United Nations")
        .page()
        .bold(57, 51, 9, "A/ISL/7/1")
        .write(113, 90, 10, "coast and of the islands.")
        .write(
            113,
            108,
            10,
            "3. Nothing else was said by them on that day about the work of the Office at all now.")
        .write(113, 126, 10, "(a) Publish the fees;")
        .bold(57, 812, 9, "2")
        .page()
        .bold(450, 51, 9, "A/ISL/7/1")
        .write(
            113,
            90,
            10,
            "4. The last page of the report is short, but it has a running head like the others.")
        .write(500, 812, 9, "3");
  }

  @Test
  void readsAReportInItsOrderWithoutHeadsFeetAndMarks() {
    assertThat(blocks(report()))
        .containsExactly(
            "H2 p1 United Nations",
            "H3 p1 Council of Islandia",
            "H1 p1 II. Implementation of recommendations from the previous cycles",
            "P0 p1 1. In June the Government of Islandia sent its report to the Council and"
                + " awareness-raising began. Since then the Office has had advocates of its own."
                + " They have been heard in the schools.",
            "P0 p1 2. The preparations for the third round were begun in autumn by the ministries,"
                + " which were joined by offices that had not been heard before and by the cities of"
                + " the coast and of the islands.",
            "F0 p1 12 Told by the Office.",
            "P0 p2 3. Nothing else was said by them on that day about the work of the Office at all"
                + " now.",
            "L1 p2 (a) Publish the fees;",
            "P0 p3 4. The last page of the report is short, but it has a running head like the"
                + " others.");
  }

  @Test
  void countsThePages() {
    assertThat(read(report()).pages()).isEqualTo(3);
  }

  @Test
  void joinsAWordThatWrappingCutAndKeepsAHyphenOfTheAuthor() {
    Pages pages =
        new Pages()
            .page()
            .write(
                57, 100, 10, "The implementation of the well-known plan was slow, and the imple-")
            .write(57, 112, 10, "mentation of the other was slower, though it was a plan as well-")
            .write(57, 124, 10, "known as the first one.");
    assertThat(blocks(pages))
        .containsExactly(
            "P0 p1 The implementation of the well-known plan was slow, and the implementation of"
                + " the other was slower, though it was a plan as well-known as the first one.");
  }

  @Test
  void readsLettersOnceThatArePaintedTwiceToBeBold() {
    Pages pages =
        new Pages()
            .page()
            .write(57, 100, 10, "Annals of Islandia, all")
            .write(57.3f, 100, 10, "Annals of Islandia, all")
            .write(160, 100, 10, "in one.");
    assertThat(blocks(pages)).containsExactly("P0 p1 Annals of Islandia, all in one.");
  }

  @Test
  void keepsUnitsAndNumbersThatAreNotNoteMarks() {
    Pages pages =
        new Pages()
            .page()
            .marked(57, 100, 10, "The camp covers 12 km", "2", " of land and holds 300 people.");
    assertThat(blocks(pages))
        .containsExactly("P0 p1 The camp covers 12 km2 of land and holds 300 people.");
  }

  @Test
  void leavesOutTheTableOfContents() {
    Pages pages =
        new Pages()
            .page()
            .write(57, 100, 10, "I. Introduction ............................................ 4")
            .write(57, 130, 10, "The text begins here and goes on.");
    assertThat(blocks(pages)).containsExactly("P0 p1 The text begins here and goes on.");
  }

  @Test
  void sortsAPageThatIsPaintedFromTheBottom() {
    Pages pages = new Pages().page();
    for (int line = 30; line > 0; line--) {
      pages.write(57, 90 + 12 * line, 10, "Line " + line + " of the page ends here with a stop.");
    }
    assertThat(blocks(pages)).first().asString().startsWith("P0 p1 Line 1 of");
    Pages shuffled = new Pages().page();
    for (int line = 0; line < 30; line++) {
      int place = line * 17 % 30;
      shuffled.write(57, 100 + 12 * place, 10, "Line " + place + " of the page ends with a stop.");
    }
    assertThat(read(shuffled).text())
        .containsSubsequence("Line 0 ", "Line 1 ", "Line 2 ", "Line 29 ");
  }

  @Test
  void saysWhichPagesArePictures() {
    Reading all = read(new Pages().page().picture().page().picture().write(57, 800, 9, "2"));
    assertThat(all.status()).isEqualTo(ReadingStatus.IMAGES_ONLY);
    assertThat(all.detail()).isEqualTo("2 of 2 pages are images");
    assertThat(all.mediaType()).isEqualTo("application/pdf");
    Reading some = read(report().page().picture());
    assertThat(some.status()).isEqualTo(ReadingStatus.READ);
    assertThat(some.detail()).isEqualTo("1 of 4 pages are images: 4");
  }

  @Test
  void tellsAnEmptyPageFromAPicture() {
    assertThat(read(new Pages().page()).status()).isEqualTo(ReadingStatus.EMPTY);
  }
}

package vallarta.compact.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

/// Word documents, read back by Apache POI.
class WordTest {

  private static final String HTML =
      """
      <html lang="en"><head><title>Minutes &amp; more</title></head><body>
      <h1 id="top">Minutes</h1>
      <p>Kept <b>as</b>   said: <a href="https://example.org/PT-1?a=1&amp;b=2">PT-1</a>, see <a href="#top">above</a>.</p>
      <h2>Points</h2>
      <ol><li><p>First</p><p class="small">from S-1</p></li><li>Second</li></ol>
      <ol start="7"><li>Seventh</li></ol>
      <p lang="ar" dir="rtl">العودة طوعية</p>
      <p dir="auto" lang="ar">تبدأ هنا</p>
      <table><caption>Times</caption><thead><tr><th>Who</th><th>Seconds</th></tr></thead>
      <tbody><tr><th>States</th><td>70</td></tr><tr><td colspan="2">all</td></tr></tbody></table>
      <p><del>was</del> <ins>is</ins></p>
      <script>alert(1)</script>
      </body></html>
      """;

  @Test
  void headingsListsTablesAndLinksAreWhatTheyAre() throws IOException {
    try (XWPFDocument word = read(HTML)) {
      assertThat(word.getProperties().getCoreProperties().getTitle()).isEqualTo("Minutes & more");
      assertThat(paragraphs(word, "Heading1")).containsExactly("Minutes");
      assertThat(paragraphs(word, "Heading2")).containsExactly("Points");
      assertThat(word.getParagraphs())
          .extracting(XWPFParagraph::getText)
          .contains("Kept as said: PT-1, see above.", "First", "from S-1", "Second", "was is")
          .noneMatch(it -> it.contains("alert"));
      XWPFHyperlinkRun link =
          word.getParagraphs().stream()
              .flatMap(it -> it.getRuns().stream())
              .filter(XWPFHyperlinkRun.class::isInstance)
              .map(XWPFHyperlinkRun.class::cast)
              .findFirst()
              .orElseThrow();
      assertThat(link.getHyperlink(word).getURL()).isEqualTo("https://example.org/PT-1?a=1&b=2");
      XWPFTable table = word.getTables().getFirst();
      assertThat(table.getRow(0).isRepeatHeader()).isTrue();
      assertThat(table.getRow(1).getCell(1).getText()).isEqualTo("70");
      assertThat(table.getCTTbl().getTblGrid().sizeOfGridColArray()).isEqualTo(2);
    }
  }

  @Test
  void eachListCountsFromItsOwnNumberAndAnItemIsNumberedOnce() throws IOException {
    try (XWPFDocument word = read(HTML)) {
      XWPFParagraph first = paragraph(word, "First");
      XWPFParagraph second = paragraph(word, "Second");
      XWPFParagraph seventh = paragraph(word, "Seventh");
      assertThat(first.getNumID()).isEqualTo(second.getNumID()).isNotEqualTo(seventh.getNumID());
      assertThat(paragraph(word, "from S-1").getNumID()).isNull();
      assertThat(
              word.getNumbering()
                  .getNum(seventh.getNumID())
                  .getCTNum()
                  .getLvlOverrideArray(0)
                  .getStartOverride()
                  .getVal()
                  .intValue())
          .isEqualTo(7);
    }
  }

  @Test
  void whatIsWrittenFromRightToLeftStandsSo() throws IOException {
    try (XWPFDocument word = read(HTML)) {
      for (String text : List.of("العودة طوعية", "تبدأ هنا")) {
        XWPFParagraph paragraph = paragraph(word, text);
        assertThat(paragraph.getCTP().getPPr().isSetBidi()).as(text).isTrue();
        assertThat(paragraph.getRuns().getFirst().getCTR().getRPr().sizeOfRtlArray()).isEqualTo(1);
      }
      assertThat(paragraph(word, "Second").getCTP().getPPr().isSetBidi()).isFalse();
    }
  }

  @Test
  void charactersThatNoXmlHoldsAreLeftOutAndTheSameTextGivesTheSameBytes() throws IOException {
    String html = HTML.replace("Seventh", "Sev\u0008enth \uD800 end");
    try (XWPFDocument word = read(html)) {
      assertThat(word.getParagraphs())
          .extracting(XWPFParagraph::getText)
          .anyMatch(it -> it.startsWith("Seventh") && it.endsWith("end"));
    }
    assertThat(Word.of(HTML)).isEqualTo(Word.of(HTML));
  }

  private static XWPFDocument read(String html) throws IOException {
    XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(Word.of(html)));
    assertThat(word.getBodyElements()).extracting(IBodyElement::getElementType).isNotEmpty();
    return word;
  }

  private static List<String> paragraphs(XWPFDocument word, String style) {
    return word.getParagraphs().stream()
        .filter(it -> style.equals(it.getStyle()))
        .map(XWPFParagraph::getText)
        .toList();
  }

  private static XWPFParagraph paragraph(XWPFDocument word, String text) {
    return word.getParagraphs().stream()
        .filter(it -> it.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }
}

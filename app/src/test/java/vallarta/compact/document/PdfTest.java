package vallarta.compact.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import vallarta.compact.web.DomainFailure;

/// PDF documents, checked by veraPDF, the validator of the PDF Association.
class PdfTest {

  private static final String HTML =
      """
      <html lang="en"><head><title>Minutes</title></head><body>
      <h1>Minutes</h1><h3>A level left out</h3>
      <p>Kept as said: <a href="https://example.org/PT-1">PT-1</a></p>
      <p lang="ar" dir="rtl">العودة طوعية</p><p lang="zh">自愿返回</p><p lang="ru">Возвращение</p>
      <table><thead><tr><th>Who</th><th>Seconds</th></tr></thead><tbody><tr><td>States</td></tr></tbody></table>
      <img src="https://example.org/tracker.png" alt="fetched from nowhere">
      </body></html>
      """;

  @BeforeAll
  static void startValidator() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @Test
  void isAccessibleAndCanBeArchived() throws Exception {
    byte[] pdf = Pdf.of(HTML);
    for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)) {
      assertThat(faults(pdf, flavour)).as(flavour.toString()).isEmpty();
    }
  }

  @Test
  void itsWordsCanBeReadAndNothingIsFetched() throws Exception {
    try (PDDocument document = Loader.loadPDF(Pdf.of(HTML))) {
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Minutes");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(document.getDocumentCatalog().getDocumentOutline().getFirstChild().getTitle())
          .isEqualTo("Minutes");
      assertThat(new PDFTextStripper().getText(document))
          .contains("Kept as said", "Возвращение", "fetched from nowhere");
    }
  }

  /// Tables of all lengths, so that some stand across the end of a page wherever that falls.
  @Test
  void tablesWithCaptionsGoOverTheEndOfAPage() throws Exception {
    StringBuilder html = new StringBuilder("<html lang='en'><title>Tables</title><h1>Tables</h1>");
    for (int table = 1; table <= 20; table++) {
      html.append("<h2>Table</h2><div><table><caption>Caption ").append(table);
      html.append("</caption><thead><tr><th>A</th><th>B</th></tr></thead><tbody>");
      html.append("<tr><th scope='row'><a href='#t'>x</a></th><td>y</td></tr>".repeat(table));
      html.append("</tbody></table></div>");
    }
    byte[] pdf = Pdf.of(html.toString());
    assertThat(faults(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(5);
      assertThat(new PDFTextStripper().getText(document)).contains("Caption 1", "Caption 20");
    }
  }

  @Test
  void whatIsTooLongOrTooDeepIsRefused() {
    assertThatThrownBy(() -> Pdf.of("<p>" + "word ".repeat(300_000)))
        .isInstanceOf(DomainFailure.class);
    assertThatThrownBy(() -> Pdf.of("<div>".repeat(100) + "deep"))
        .isInstanceOf(DomainFailure.class);
  }

  private static List<String> faults(byte[] pdf, PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      return result.getTestAssertions().stream()
          .filter(it -> it.getStatus() == TestAssertion.Status.FAILED)
          .map(it -> it.getRuleId().getClause() + " " + it.getMessage())
          .distinct()
          .toList();
    }
  }
}

package vallarta.compact.review.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;

/// What an actor reported once is laid out for several frames, as a page, a document and a table.
class FrameIT {

  private static RunningDemonstration site;

  @BeforeAll
  static void start() throws Exception {
    site = RunningDemonstration.get();
  }

  @Test
  void standsUnderTheObjectivesOfTheCompact() throws Exception {
    assertThat(site.fetch("/en/reports/of/XOB").body())
        .contains(
            "Ombarra: reports for the review of the compact",
            "Facilitate fair and ethical recruitment",
            "The public register has 362 licensed recruiters",
            "362 recruiters",
            "Audit of the register of recruiters");
    assertThat(site.fetch("/en/reports/of/XOB.csv?frame=compact").body())
        .contains("compact,6,", "done,Fees are forbidden by law.");
  }

  @Test
  void standsUnderTheTargetsOfTheAgenda() throws Exception {
    assertThat(site.fetch("/en/reports/of/XOB?frame=vnr").body())
        .contains("8.8", "10.7", "Fees are forbidden by law.");
    assertThat(site.fetch("/en/reports/of/XOB.json?frame=vnr").body())
        .contains("\"section\":\"8.8\"", "\"section\":\"10.7\"");
  }

  @Test
  void standsUnderTheStatementsThatItAnswers() throws Exception {
    String page = site.fetch("/en/reports/of/XFL.csv?frame=upr").body();
    assertThat(page).contains("upr,S-", "Open reception works in three cities");
    assertThat(page.lines().filter(it -> it.startsWith("upr,,")))
        .as("what answers no statement comes last and is not left out")
        .isNotEmpty();
  }

  @Test
  void isADocumentToEditInTheLanguageOfTheReader() throws Exception {
    String xml = document("/ar/reports/of/XAR.docx?frame=vnr");
    assertThat(xml)
        .contains("للاستعراض الوطني الطوعي", "Se regularizó a 1.140 trabajadoras")
        .contains("Heading1", "Heading2", "w:bidi");
    assertThat(document("/en/reports/of/XKL.docx"))
        .as("silence is told too")
        .contains("The actor has not reported", "1 commitment was not reported on");
  }

  @Test
  void isNotThereForWhoeverPromisedNothing() throws Exception {
    assertThat(Visitor.of(site).read("/en/reports/of/nobody").statusCode()).isEqualTo(404);
  }

  private static String document(String path) throws Exception {
    byte[] bytes = Visitor.of(site).bytes(path);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry it = zip.getNextEntry(); it != null; it = zip.getNextEntry()) {
        if (it.getName().equals("word/document.xml")) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("no document at " + path);
  }
}

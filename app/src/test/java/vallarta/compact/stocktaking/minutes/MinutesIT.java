package vallarta.compact.stocktaking.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.participation.meeting.Programme;

/// The minutes of the demonstration's exercise, in every form, compiled from what its sessions
/// published.
class MinutesIT {

  private static final String MINUTES = "/en/meetings/M-3/minutes";

  private static RunningDemonstration site;

  @BeforeAll
  static void open() throws Exception {
    site = RunningDemonstration.get();
  }

  @Test
  void tellTheSessionsInTheirOrderWithPointsDissentSourcesAndTimes() throws Exception {
    String page = site.fetch(MINUTES).body();
    assertThat(page)
        .containsSubsequence(
            "Who was there",
            "Exercise group: national dimension, day 1",
            "Final, version 2",
            "Data on migration should be disaggregated",
            "Ombarra: the hearing is a matter of each State",
            "Speaking time in the whole meeting",
            "All speakers")
        .contains("/en/statements/S-", "/en/points/PT-1", "Draft: it may still be corrected.")
        .contains("id=\"SE-16\"");
  }

  @Test
  void areTheSameAsAPdfThatCanBePrinted() throws Exception {
    HttpResponse<byte[]> answer = bytes(MINUTES + ".pdf");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("minutes-M-3.pdf");
    try (PDDocument pdf = Loader.loadPDF(answer.body())) {
      assertThat(pdf.getDocumentInformation().getTitle()).startsWith("Minutes: ");
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
          .contains("Data on migration should be disaggregated", "All speakers")
          .contains(site.address(MINUTES).toString());
    }
  }

  @Test
  void areTheSameAsAWordDocumentThatLeadsBackToTheSite() throws Exception {
    for (String language : new String[] {"en", "ar"}) {
      byte[] body = bytes("/%s/meetings/M-3/minutes.docx".formatted(language)).body();
      try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(body));
          XWPFWordExtractor text = new XWPFWordExtractor(word)) {
        assertThat(text.getText()).contains("Data on migration should be disaggregated");
        String link =
            word.getParagraphs().stream()
                .flatMap(it -> it.getRuns().stream())
                .filter(it -> it instanceof XWPFHyperlinkRun && it.text().equals("PT-1"))
                .map(it -> ((XWPFHyperlinkRun) it).getHyperlink(word).getURL())
                .findFirst()
                .orElseThrow();
        assertThat(link).isEqualTo(site.address("/%s/points/PT-1".formatted(language)).toString());
        assertThat(word.getParagraphs().getFirst().getCTP().getPPr().isSetBidi())
            .isEqualTo(language.equals("ar"));
      }
    }
  }

  @Test
  void giveTheirPointsAsATableAndTheirTimesAsAnother() throws Exception {
    assertThat(site.fetch(MINUTES + ".csv").body().lines())
        .anyMatch(it -> it.startsWith("M-3,SE-16,") && it.contains(",final,PT-1,"))
        .anyMatch(it -> it.contains(",draft,PT-"));
    assertThat(site.fetch("/en/meetings/M-3/times.csv").body().lines())
        .anyMatch(it -> it.startsWith(",all,,"))
        .anyMatch(it -> it.startsWith("SE-") && it.contains(",gender,"));
    assertThat(site.fetch("/en/meetings/M-3").body())
        .contains(MINUTES, "/en/meetings/M-3/summary", "/en/meetings/M-3/times");
  }

  @Test
  void ofAMeetingThatIsNotPublishedAreForTheSecretariatAlone() throws Exception {
    LocalDate day = LocalDate.of(2027, 1, 4);
    Meeting hidden =
        site.bean(Programme.class)
            .convene("Hidden " + UUID.randomUUID(), "en", "", ZoneId.of("UTC"), day, day, true);
    String path = "/en/meetings/" + hidden.ref();
    for (String part :
        new String[] {
          "/minutes", "/minutes.pdf", "/minutes.csv", "/times", "/summary", "/documents"
        }) {
      assertThat(site.fetch(path + part).statusCode()).as(part).isEqualTo(404);
    }
    assertThat(Visitor.as(site, "secretariat@example.org").read(path + "/minutes").body())
        .contains("No attendance was recorded");
  }

  private static HttpResponse<byte[]> bytes(String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(site.address(path)).build(), BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      return answer;
    }
  }
}

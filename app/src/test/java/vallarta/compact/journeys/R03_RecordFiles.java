package vallarta.compact.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.record.PublicRecord;
import vallarta.engine.tlog.Policy;
import vallarta.engine.tlog.SignedNote;

/// Somebody far away, on a thin line, takes the files of the record and the policy to begin with.
class R03_RecordFiles {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static RunningDemonstration site;

  @BeforeAll
  static void waitUntilAllIsSigned() throws Exception {
    site = RunningDemonstration.get();
    PublicRecord record = site.bean(PublicRecord.class);
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (record.standing().size() == 0 || record.standing().waiting() > 0) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(50);
    }
  }

  private static HttpResponse<byte[]> get(String path, String encodings) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(site.address(path)).header("Accept-Encoding", encodings).build();
    HttpResponse<byte[]> answer = CLIENT.send(request, BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer;
  }

  private static String encoding(HttpResponse<?> answer) {
    return answer.headers().firstValue("Content-Encoding").orElse("");
  }

  @Test
  void aBundleOfEntriesTravelsCompressedAndIsTheSame() throws Exception {
    HttpResponse<byte[]> plain = get("/record/tile/entries/000", "identity");
    HttpResponse<byte[]> gzip = get("/record/tile/entries/000", "br, gzip;q=0.8");

    assertThat(encoding(plain)).isEmpty();
    assertThat(encoding(gzip)).isEqualTo("gzip");
    assertThat(gzip.body()).hasSizeLessThan(plain.body().length);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
        .isEqualTo(plain.body());
    assertThat(plain.headers().allValues("Vary")).contains("Accept-Encoding");
    assertThat(gzip.headers().allValues("Vary")).contains("Accept-Encoding");
    assertThat(gzip.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/record/tile/entries/000 | gzip;q=0",
        "/record/tile/entries/000 | gzip; q=0.0, br",
        "/record/tile/entries/000 | x-gzip",
        "/record/tile/0/000       | gzip"
      })
  void nothingIsCompressedForWhoDoesNotTakeItOrToNoUse(String path, String encodings)
      throws Exception {
    assertThat(encoding(get(path, encodings))).isEmpty();
  }

  @Test
  void thePolicyBelievesTheCheckpoint() throws Exception {
    Policy policy = Policy.parse(new String(get("/record/policy", "identity").body()));
    SignedNote note = SignedNote.parse(new String(get("/record/checkpoint", "identity").body()));

    assertThat(policy.verify(note).checkpoint().size()).isGreaterThan(400);
    assertThat(policy.witnesses()).isEmpty();
  }

  @Test
  void thePageSaysWhenTheCheckpointWasPublishedAndThatNothingWaits() throws Exception {
    assertThat(site.fetch("/en/record").body())
        .contains("Checkpoint published")
        .contains("(UTC)")
        .contains("No entries")
        .contains("/record/tile/")
        .contains("href=\"/record/policy\"");
  }
}

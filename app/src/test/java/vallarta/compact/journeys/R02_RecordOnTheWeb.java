package vallarta.compact.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.record.PublicRecord;
import vallarta.engine.tlog.Checkpoint;
import vallarta.engine.tlog.Fsck;
import vallarta.engine.tlog.Policy;
import vallarta.engine.tlog.ProofFile;
import vallarta.engine.tlog.SignedNote;
import vallarta.engine.tlog.VerifierKey;
import vallarta.engine.tlog.http.HttpSource;

/// Somebody who doubts reads the record on the web, looks things up, takes a proof, and checks all
/// of it from the files alone.
class R02_RecordOnTheWeb {

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

  private static String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = site.fetch(path, "Accept", "text/html,*/*");
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private static VerifierKey key() throws IOException, InterruptedException {
    return VerifierKey.parse(get("/record/vkey").strip());
  }

  @Test
  void theFilesUnderTheAddressAreAWholeLog() throws Exception {
    URI prefix = site.address("/record");
    Fsck.Report report = new Fsck(new HttpSource(CLIENT, prefix), List.of(key())).check(done -> {});

    assertThat(report.findings()).isEmpty();
    assertThat(report.size()).isGreaterThan(400);
    HttpResponse<String> tile = site.fetch("/record/tile/0/000");
    assertThat(tile.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(tile.headers().firstValue("Content-Type")).contains("application/octet-stream");
    HttpResponse<String> checkpoint = site.fetch("/record/checkpoint");
    assertThat(checkpoint.headers().firstValue("Cache-Control").orElse("")).contains("no-cache");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/record/tile/..%2F..%2Fkey",
        "/record/tile/0/../../key",
        "/record/tile/0/0",
        "/record/tile/64/000",
        "/record/tile/0/999",
        "/record/.lock"
      })
  void nothingElseOfTheFolderIsHandedOut(String path) throws Exception {
    HttpResponse<String> answer = site.fetch(path);

    assertThat(answer.statusCode()).isGreaterThanOrEqualTo(300);
    assertThat(answer.body()).doesNotContain("PRIVATE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "zh", "en", "fr", "ru", "es"})
  void thePagesAreThereInEachLanguage(String language) throws Exception {
    String standing = get("/" + language + "/record");
    assertThat(get("/" + language + "/record/entries/0")).contains(".tlog-proof");
    assertThat(get("/" + language + "/record/objects/S-1")).contains("S-1");
    assertThat(get("/" + language + "/record/verify")).contains("type=\"file\"");
    assertThat(standing).doesNotContain(">record.");
  }

  @Test
  void aReferenceIsFoundWithItsPlaceAndItsSigner() throws Exception {
    String found = get("/en/record/verify?ref=S-1");

    assertThat(found).contains("Found: 1 entry in a record of").contains("Signed by");
    assertThat(get("/en/record/verify?ref=" + "0".repeat(64))).contains("Not found.");
    assertThat(get("/en/record/verify?ref=%3Cscript%3E")).doesNotContain("<script>");
  }

  @Test
  void aProofVerifiesFarFromHereAndOnThePage() throws Exception {
    String file = get("/record/entries/5.tlog-proof");
    ProofFile proof = ProofFile.parse(file);
    assertThat(proof.index()).isEqualTo(5);
    String payload = new String(proof.extra(), StandardCharsets.US_ASCII).split("~")[0];

    Policy.Verdict verdict =
        proof.verify(java.util.Base64.getUrlDecoder().decode(payload), Policy.of(key()));
    assertThat(verdict.checkpoint().size()).isGreaterThan(400);
    assertThat(send("my.tlog-proof", file)).contains("The proof holds: index 5 of");
    assertThat(send("my.tlog-proof", file.replace("index 5", "index 6")))
        .contains("The proof does not hold:");
    assertThat(site.fetch("/record/entries/999999.tlog-proof").statusCode()).isEqualTo(404);
  }

  @Test
  void aFileIsFoundByItsBytesAndNoOther() throws Exception {
    String inputs = get("/en/inputs.csv");
    String id = inputs.lines().skip(1).findFirst().orElseThrow().split(",")[0];
    HttpResponse<byte[]> original =
        CLIENT.send(
            HttpRequest.newBuilder(site.address("/en/inputs/" + id + "/original")).build(),
            BodyHandlers.ofByteArray());
    assertThat(original.statusCode()).isEqualTo(200);

    assertThat(send("document", original.body())).contains("Found:").contains(id);
    byte[] changed = original.body().clone();
    changed[0] ^= 1;
    assertThat(send("document", changed)).contains("Not found.");
  }

  @Test
  void thePageOfAnObjectTellsItsHistory() throws Exception {
    assertThat(get("/en/statements/S-1"))
        .contains("/en/record/objects/S-1")
        .contains("History:")
        .contains(".tlog-proof");
    assertThat(get("/en/consultations/PV-2017-AG-G")).contains("History: 1 entry.");
    assertThat(get("/en/inputs/I-1")).contains("History:");
  }

  @Test
  void machinesGetTheSame() throws Exception {
    assertThat(get("/en/record.json")).contains("\"leaf\"");
    assertThat(get("/en/record/objects/S-1.json")).contains("\"of\":\"S-1\"");
    assertThat(get("/en/record/entries/5.json")).contains("\"index\":5");
    SignedNote note = SignedNote.parse(get("/record/checkpoint"));
    assertThat(Checkpoint.parse(note.text()).origin()).isEqualTo(key().name());
  }

  private static String send(String name, String text) throws IOException, InterruptedException {
    return send(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String send(String name, byte[] bytes) throws IOException, InterruptedException {
    byte[] head =
        ("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n")
            .formatted(name)
            .getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(site.address("/en/record/verify"))
            .header("Content-Type", "multipart/form-data; boundary=part")
            .header("Accept", "text/html")
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofByteArray(head),
                    BodyPublishers.ofByteArray(bytes),
                    BodyPublishers.ofString("\r\n--part--\r\n")))
            .build();
    HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}

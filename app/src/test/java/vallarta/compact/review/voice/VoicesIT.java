package vallarta.compact.review.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.language.Language;
import vallarta.compact.language.Texts;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Entry;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.record.RecordAudit;

/// Others than its actors report of a commitment, sign together, and are answered; and all of it
/// stands beside what the actors say.
class VoicesIT {

  private static final String LANTERN = "en-lantern-children";

  private static RunningDemonstration site;
  private static Visitor contributor;
  private static Visitor delegate;
  private static Visitor main;
  private static Visitor validating;
  private static Visitor alternate;
  private static Visitor ombarra;
  private static Visitor secretariat;
  private static Visitor anybody;

  @BeforeAll
  static void signIn() throws Exception {
    site = RunningDemonstration.get();
    contributor = Visitor.as(site, "contributor@example.org");
    delegate = Visitor.as(site, "delegate@example.org");
    main = Visitor.as(site, "ferrenland@example.org");
    alternate = Visitor.as(site, "ferrenland2@example.org");
    validating = Visitor.as(site, "ferrenland3@example.org");
    ombarra = Visitor.as(site, "ombarra@example.org");
    secretariat = Visitor.as(site, "secretariat@example.org");
    anybody = Visitor.of(site);
  }

  @Test
  void thatNobodyHasSaidAnythingIsToldInWordsInEachColumn() throws Exception {
    String commitment = Pledged.by(main, "XFL", "Nobody speaks of this");
    String page = anybody.read("/en/commitments/" + commitment).body();
    assertThat(page)
        .contains(text("review.voice.others.none"), text("review.voice.found.none"))
        .contains("id=\"voice-own\"", "id=\"voice-others\"", "id=\"voice-found\"");
    assertThat(anybody.read("/en/commitments/" + commitment + "/voices").body())
        .as("the part alone has three columns")
        .containsPattern("(?s)<div class=\"voices\">(.*<section.*){3}</div>");
    assertThat(anybody.read("/en/commitments/CM-999999999/voices").body().strip()).isEmpty();
    assertThat(page).doesNotContain("/en/parallel-reports/new");
    assertThat(contributor.read("/en/commitments/" + commitment).body())
        .contains("/en/parallel-reports/new?commitment=" + commitment);
    assertThat(main.read("/en/commitments/" + commitment).body())
        .as("an actor reports itself")
        .doesNotContain("/en/parallel-reports/new");
  }

  @Test
  void aDraftIsSeenByItsOwnerAndThoseAskedToSignAlone() throws Exception {
    String commitment = Pledged.by(main, "XFL", "A draft on this");
    String path = Pledged.said(contributor, LANTERN, commitment, "no");
    for (Visitor who : List.of(anybody, secretariat, main, delegate)) {
      assertThat(who.read(path).statusCode()).isEqualTo(404);
      assertThat(who.read(path + ".json").statusCode()).isEqualTo(404);
    }
    for (String act : List.of("/edit", "/publish", "/withdraw", "/discard", "/signers")) {
      assertThat(delegate.send(path + act, "seen", "1").statusCode()).as(act).isEqualTo(404);
    }
    assertThat(anybody.read("/en/commitments/" + commitment).body()).doesNotContain("What we saw");
    assertThat(contributor.send(path + "/signers", "who", "XOB").statusCode()).isEqualTo(302);
    assertThat(delegate.read(path).body()).contains("What we saw", text("review.voice.sign.ask"));
    assertThat(delegate.read("/en/parallel-reports/mine").body()).contains(ref(path));
    assertThat(delegate.read(path + "/edit").statusCode())
        .as("who is asked to sign does not write")
        .isEqualTo(403);
    assertThat(contributor.send(path + "/discard", "seen", "1").statusCode()).isEqualTo(302);
    assertThat(contributor.read(path).statusCode()).isEqualTo(404);
  }

  @Test
  void nobodyReportsBesideItselfOrForAnother() throws Exception {
    String commitment = Pledged.by(ombarra, "XOB", "Of Ombarra alone");
    assertThat(delegate.read("/en/parallel-reports/new?commitment=" + commitment).body())
        .contains("REV-204");
    HttpResponse<String> own = write(delegate, "XOB", commitment, "yes", "We are it");
    assertThat(own.statusCode()).isEqualTo(409);
    assertThat(own.body()).contains("REV-204");
    assertThat(write(contributor, "XOB", commitment, "no", "None").statusCode()).isEqualTo(403);
    assertThat(write(main, "XFL", commitment, "no", "None").statusCode())
        .as("a focal point reports for its own commitments")
        .isEqualTo(403);
    assertThat(write(contributor, LANTERN, "CM-999999999", "no", "None").statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "interest, '', review.voice.failure.empty.interest",
    "text, '', review.voice.failure.empty.text",
    "title, '', review.voice.failure.empty.title",
    "agrees, perhaps, review.voice.failure.agrees",
    "language, tlh, review.voice.failure.language",
  })
  void whatIsMissingIsNamedAtItsFieldAndWhatWasTypedIsKept(String field, String value, String key)
      throws Exception {
    String commitment = Pledged.by(main, "XFL", "Typed with a fault");
    String[] fields = {
      "owner",
      LANTERN,
      "commitment",
      commitment,
      "title",
      "Kept title",
      "text",
      "Kept text",
      "language",
      "en",
      "agrees",
      "no",
      "interest",
      "Kept interest"
    };
    for (int i = 0; i < fields.length; i += 2) {
      if (fields[i].equals(field)) {
        fields[i + 1] = value;
      }
    }
    HttpResponse<String> answer = contributor.send("/en/parallel-reports/new", fields);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("href=\"#" + field + "\"", "id=\"" + field + "-wrong\"", text(key))
        .contains(field.equals("title") ? "Kept text" : "Kept title");
  }

  @Test
  void severalSignTogetherAndWhoHasNotAnsweredIsShownAsMissing() throws Exception {
    String commitment = Pledged.by(main, "XFL", "Signed by several");
    String path = Pledged.said(contributor, LANTERN, commitment, "in-part");
    assertThat(contributor.send(path + "/signers", "who", "XOB").statusCode()).isEqualTo(302);
    assertThat(contributor.send(path + "/signers", "who", "XFL").statusCode())
        .as("an actor does not sign against itself")
        .isEqualTo(422);
    assertThat(contributor.send(path + "/signers", "who", "nobody").statusCode()).isEqualTo(422);
    assertThat(contributor.send(path + "/publish", "seen", "1").statusCode()).isEqualTo(302);
    assertThat(anybody.read("/en/commitments/" + commitment).body())
        .contains(text("review.voice.signers.missing"), "Republic of Ombarra");
    assertThat(
            contributor
                .send(path + "/sign", "seen", "2", "stakeholder", "XOB", "answer", "confirm")
                .statusCode())
        .as("nobody confirms for another")
        .isEqualTo(403);
    assertThat(
            delegate
                .send(path + "/sign", "seen", "1", "stakeholder", "XOB", "answer", "confirm")
                .statusCode())
        .as("nobody signs what it has not seen")
        .isEqualTo(412);
    assertThat(
            delegate
                .send(path + "/sign", "seen", "2", "stakeholder", "XOB", "answer", "confirm")
                .statusCode())
        .isEqualTo(302);
    assertThat(anybody.read("/en/commitments/" + commitment).body())
        .doesNotContain(text("review.voice.signers.missing"));
    assertThat(anybody.read(path + ".json").body()).contains("\"signed\":\"XOB\"");
    assertThat(anybody.read("/en/parallel-reports.csv?by=XOB").body()).contains(ref(path));
    assertThat(edit(path, 2, "All three are open.", "We looked again").statusCode()).isEqualTo(302);
    assertThat(anybody.read("/en/commitments/" + commitment).body())
        .as("who confirmed other words is asked again")
        .contains(text("review.voice.signers.missing"));
    assertThat(site.bean(RecordAudit.class).check().findings()).isEmpty();
  }

  @Test
  void aPublishedOneChangesWithAReasonAndShowsHowItReadBefore() throws Exception {
    String commitment = Pledged.by(main, "XFL", "Changed with a reason");
    String path = Pledged.said(contributor, LANTERN, commitment, "no");
    contributor.send(path + "/publish", "seen", "1");
    HttpResponse<String> without = edit(path, 2, "Three schools are open.", " ");
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("Three schools are open.", "id=\"reason-wrong\"");
    assertThat(edit(path, 2, "Three schools are open.", "Opened in May").statusCode())
        .isEqualTo(302);
    HttpResponse<String> stale = edit(path, 2, "Four schools are open.", "More");
    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(stale.body()).contains("Four schools are open.", "Three schools are open.");
    assertThat(anybody.read(path).body())
        .contains("Opened in May", "<ins>Three</ins>", "<del>Two</del>");
    assertThat(entries(ref(path)))
        .extracting(Entry::type)
        .containsExactly(ActType.PARALLEL_REPORT_PUBLISHED, ActType.CORRECTION);
    assertThat(contributor.send(path + "/withdraw", "seen", "3", "reason", " ").statusCode())
        .isEqualTo(422);
    assertThat(contributor.send(path + "/withdraw", "seen", "3", "reason", "We erred").statusCode())
        .isEqualTo(302);
    assertThat(anybody.read(path).body()).contains("We erred", "Three schools are open.");
    assertThat(anybody.read("/en/commitments/" + commitment).body())
        .contains("We erred")
        .doesNotContain("Three schools are open.");
    assertThat(edit(path, 4, "Again", "Again").statusCode()).isEqualTo(409);
    assertThat(site.bean(RecordAudit.class).check().findings()).isEmpty();
  }

  @Test
  void evidenceIsALinkOrADocumentAndNeverAProgram(@TempDir Path folder) throws Exception {
    String commitment = Pledged.by(main, "XFL", "With evidence");
    String path = Pledged.said(contributor, LANTERN, commitment, "no");
    String at = path + "/evidence";
    Path program = folder.resolve("report.pdf");
    Files.write(program, new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0});
    HttpResponse<String> refused = contributor.upload(at, "file", "report.pdf", program);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("REV-122", "id=\"file-wrong\"");
    Path script = folder.resolve("run.sh");
    Files.writeString(script, "#!/bin/sh\nrm -r data\n");
    assertThat(contributor.upload(at, "file", "run.txt", script).statusCode()).isEqualTo(422);
    Path notes = folder.resolve("notes.txt");
    Files.writeString(notes, "Two schools, seen on 3 May.", StandardCharsets.UTF_8);
    assertThat(contributor.upload(at, "file", "notes.txt", notes).statusCode()).isEqualTo(302);
    assertThat(
            contributor
                .send(at, "title", "A study", "url", "javascript:alert(1)", "independence", "own")
                .statusCode())
        .isEqualTo(422);
    assertThat(contributor.send(at, "title", "Neither", "url", "").statusCode()).isEqualTo(422);
    assertThat(
            contributor
                .send(
                    at,
                    "title",
                    "A study",
                    "url",
                    "https://example.org/study",
                    "independence",
                    "third-party")
                .statusCode())
        .isEqualTo(302);
    Matcher file =
        Pattern.compile(path + "/evidence/(\\d+)\"").matcher(contributor.read(path).body());
    assertThat(file.find()).isTrue();
    String download = path + "/evidence/" + file.group(1);
    assertThat(anybody.read(download).statusCode()).as("of a draft").isEqualTo(404);
    contributor.send(path + "/publish", "seen", "1");
    HttpResponse<String> kept = anybody.read(download);
    assertThat(kept.body()).isEqualTo("Two schools, seen on 3 May.");
    assertThat(kept.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(contributor.send(download + "/remove").statusCode())
        .as("what everybody could read is not taken away")
        .isEqualTo(409);
    assertThat(anybody.read(path).body()).contains("https://example.org/study", "notes.txt");
    assertThat(site.bean(RecordAudit.class).check().findings()).isEmpty();
  }

  @Test
  void theActorAnswersOnceWithinThirtyDaysAndLaterIsMarkedLate() throws Exception {
    String commitment = Pledged.by(main, "XFL", "Answered once");
    String first = published(commitment);
    String second = published(commitment);
    assertThat(anybody.read("/en/commitments/" + commitment).body())
        .contains("May answer until")
        .doesNotContain("/en/replies/new");
    assertThat(main.read("/en/commitments/" + commitment).body())
        .contains("/en/replies/new?about=" + first);
    assertThat(reply(ombarra, first, "XFL", "Not so").statusCode())
        .as("another State does not answer")
        .isEqualTo(403);
    assertThat(reply(ombarra, first, "XOB", "Not so").statusCode()).isEqualTo(404);
    assertThat(reply(alternate, first, "XFL", "Not so").statusCode()).isEqualTo(403);
    assertThat(reply(main, first, "XFL", " ").statusCode()).isEqualTo(422);
    assertThat(reply(validating, first, "XFL", "The third opens in June.").statusCode())
        .isEqualTo(302);
    HttpResponse<String> twice = reply(main, first, "XFL", "And more");
    assertThat(twice.statusCode()).isEqualTo(409);
    assertThat(twice.body()).contains("REV-231");
    site.bean(JdbcClient.class)
        .sql(
            "update review.parallel set published_at = published_at - interval '31 days' where 'PL-' || id = :ref")
        .param("ref", second)
        .update();
    assertThat(anybody.read("/en/commitments/" + commitment).body())
        .contains("No answer by", "The third opens in June.");
    assertThat(anybody.read("/en/replies.csv").body()).contains(second + "," + commitment);
    assertThat(reply(main, second, "XFL", "We looked into it.").statusCode()).isEqualTo(302);
    assertThat(anybody.read("/en/commitments/" + commitment).body())
        .contains(text("review.voice.reply.late"), "We looked into it.");
    assertThat(anybody.read("/en/replies.json").body()).contains("\"late\"", "\"answered\"");
    assertThat(anybody.read("/en/parallel-reports/" + first).body())
        .contains("The third opens in June.");
    assertThat(site.bean(RecordAudit.class).check().findings()).isEmpty();
  }

  @Test
  void whatIsNotPublicCannotBeAnswered() throws Exception {
    String commitment = Pledged.by(main, "XFL", "Not answered");
    String draft = ref(Pledged.said(contributor, LANTERN, commitment, "no"));
    assertThat(reply(main, draft, "XFL", "Not so").statusCode()).isEqualTo(404);
    assertThat(main.read("/en/replies/new?about=" + draft).statusCode()).isEqualTo(404);
    assertThat(reply(main, "AS-999999", "XFL", "Not so").statusCode()).isEqualTo(404);
  }

  private static String published(String commitment) throws Exception {
    String path = Pledged.said(contributor, LANTERN, commitment, "no");
    assertThat(contributor.send(path + "/publish", "seen", "1").statusCode()).isEqualTo(302);
    return ref(path);
  }

  private static HttpResponse<String> reply(Visitor who, String about, String as, String text)
      throws Exception {
    return who.send(
        "/en/replies/new", "about", about, "stakeholder", as, "language", "en", "text", text);
  }

  private static HttpResponse<String> write(
      Visitor who, String owner, String commitment, String agrees, String interest)
      throws Exception {
    return who.send(
        "/en/parallel-reports/new",
        "owner",
        owner,
        "commitment",
        commitment,
        "title",
        "A title",
        "text",
        "A text",
        "language",
        "en",
        "agrees",
        agrees,
        "interest",
        interest);
  }

  private static HttpResponse<String> edit(String path, int seen, String text, String reason)
      throws Exception {
    return contributor.send(
        path + "/edit",
        "seen",
        Integer.toString(seen),
        "title",
        "What we saw",
        "text",
        text,
        "language",
        "en",
        "agrees",
        "in-part",
        "interest",
        "We teach in one of them.",
        "reason",
        reason);
  }

  private static List<Entry> entries(String ref) {
    return site.bean(PublicRecord.class).history(ref);
  }

  private static String ref(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String text(String key) {
    return site.bean(Texts.class).text(Language.EN, key, Map.of());
  }
}

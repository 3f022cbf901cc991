package vallarta.compact.consultation.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.consultation.ImportMode;
import vallarta.compact.consultation.Imports;
import vallarta.compact.consultation.reading.HostileDocuments;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.record.RecordAudit;
import vallarta.compact.store.Sha256;
import vallarta.compact.table.Problem;

/// What submissions refuse, each with its reason and without loss: what belongs to others, what
/// somebody else changed, files that cannot be taken, deadlines that are over, times that no clock
/// shows.
class RefusalsIT {

  private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

  /// Statuses that are no refusal, or that the server refuses before anything is read.
  private static final Set<String> ELSEWHERE = Set.of("images-only", "too-large");

  @TempDir private static Path folder;

  private static RunningDemonstration site;
  private static Visitor owner;
  private static Visitor stranger;
  private static Visitor secretariat;
  private static int calls;

  @BeforeAll
  static void signIn() throws Exception {
    site = RunningDemonstration.get();
    owner = Visitor.as(site, "contributor@example.org");
    stranger = Visitor.as(site, "delegate@example.org");
    secretariat = Visitor.as(site, "secretariat@example.org");
  }

  @Test
  void letsNobodyTouchWhatIsAnothersDraft() throws Exception {
    String path = drafted(calling(3, false), "Ours alone");
    paste(path, 1, "We will open a school for children who arrive by night.");
    for (String page :
        List.of(
            "",
            "/sign",
            ".csv",
            ".json",
            "/edit",
            "/file",
            "/cosignatories",
            "/receipt",
            "/original")) {
      assertThat(stranger.read(path + page).statusCode()).as(page).isEqualTo(404);
    }
    for (String act :
        List.of("/edit", "/file", "/cosignatories", "/hand-in", "/withdraw", "/discard")) {
      assertThat(stranger.send(path + act, fields("seen", "2")).statusCode())
          .as(act)
          .isEqualTo(404);
    }
    assertThat(
            stranger.send(path + "/sign", "stakeholder", "XOB", "answer", "confirm").statusCode())
        .as("nobody signs who is not asked")
        .isEqualTo(404);
    assertThat(
            stranger
                .send(
                    "/en/submissions/new",
                    fields("owner", "en-lantern-children", "consultation", calling(3, false)))
                .statusCode())
        .isEqualTo(403);
    for (String act : List.of("/publish", "/return", "/decline")) {
      assertThat(secretariat.send(path + act, "seen", "2", "mend", "x", "reason", "x").statusCode())
          .as("a draft is none of the secretariat's business")
          .isEqualTo(404);
    }
    assertThat(secretariat.read(path).statusCode()).isEqualTo(404);
    assertThat(secretariat.read(path + "/original").statusCode()).isEqualTo(404);
    assertThat(owner.read(path).body()).contains("Ours alone", "text.txt");
  }

  @Test
  void saysWhatIsWrongInAFormAndKeepsWhatWasEntered() throws Exception {
    String call = calling(3, false);
    HttpResponse<String> answer =
        owner.send(
            "/en/submissions/new",
            fields(
                "consultation", call, "title", "", "language", "tlh", "notes", "x".repeat(4_001)));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("href=\"#title\"", "href=\"#language\"", "href=\"#notes\"", "4,001", "xxxx");
    HttpResponse<String> nowhere =
        owner.send("/en/submissions/new", fields("consultation", "F-RM-1", "title", "Kept"));
    assertThat(nowhere.statusCode()).isEqualTo(422);
    assertThat(nowhere.body()).contains("href=\"#consultation\"", "value=\"Kept\"");
    HttpResponse<String> alone =
        stranger.send("/en/submissions/new", fields("owner", "", "consultation", call));
    assertThat(alone.statusCode()).as("who acts for one alone need not say which").isEqualTo(302);
  }

  @Test
  void showsBothVersionsWhenTwoChangeTheDetailsAndLosesNeither() throws Exception {
    String path = drafted(calling(3, false), "Before");
    assertThat(owner.send(path + "/edit", fields("seen", "1", "title", "Theirs")).statusCode())
        .isEqualTo(302);
    HttpResponse<String> both =
        owner.send(path + "/edit", fields("seen", "1", "title", "Mine", "notes", "My notes"));
    assertThat(both.statusCode()).isEqualTo(412);
    assertThat(both.body())
        .contains(">Theirs<", "value=\"Mine\"", "My notes</textarea>", "name=\"seen\" value=\"2\"");
    assertThat(owner.read(path).body()).contains("Theirs").doesNotContain("Mine");
    assertThat(owner.send(path + "/edit", fields("seen", "2", "title", "Mine")).statusCode())
        .isEqualTo(302);
    assertThat(owner.read(path).body()).contains("Mine");
    assertThat(owner.send(path + "/discard", "seen", "2").statusCode()).isEqualTo(412);
  }

  @Test
  void keepsTheFileOfTheSecondOfTwoUntilItIsDecided() throws Exception {
    String path = drafted(calling(3, false), "Two files");
    String theirs = "They ask for a teacher in every shelter.\n";
    String mine = "We ask for a nurse in every shelter.\n";
    assertThat(owner.upload(path + "/file?seen=1", "file", "theirs.txt", theirs).statusCode())
        .isEqualTo(302);
    HttpResponse<String> both = owner.upload(path + "/file?seen=1", "file", "mine.txt", mine);
    assertThat(both.statusCode()).isEqualTo(412);
    assertThat(both.body()).contains("theirs.txt", "mine.txt", Sha256.of(mine));
    assertThat(owner.bytes(path + "/original")).isEqualTo(theirs.getBytes(StandardCharsets.UTF_8));
    assertThat(
            owner
                .send(path + "/file", "seen", "2", "kept", Sha256.of(mine), "name", "mine.txt")
                .statusCode())
        .isEqualTo(302);
    assertThat(owner.bytes(path + "/original")).isEqualTo(mine.getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> gone =
        owner.send(path + "/file", "seen", "3", "kept", Sha256.of("nothing"), "name", "x.txt");
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body()).contains("is there no longer");
    assertThat(
            owner
                .send(path + "/file", "seen", "3", "kept", "../../record/key", "name", "x.txt")
                .statusCode())
        .as("a hash is no path")
        .isEqualTo(410);
  }

  @Test
  void refusesHostileFilesWithTheirReasonAndKeepsTheOneBefore() throws Exception {
    String path = drafted(calling(3, false), "Hostile");
    paste(path, 1, "The text that was there before stays.");
    Path hostile = Files.createDirectories(folder.resolve("hostile"));
    Map<String, String> statusByName = HostileDocuments.writeInto(hostile);
    for (Map.Entry<String, String> each : statusByName.entrySet()) {
      if (ELSEWHERE.contains(each.getValue())) {
        continue;
      }
      HttpResponse<String> answer =
          owner.upload(
              path + "/file?seen=2", "file", each.getKey(), hostile.resolve(each.getKey()));
      assertThat(answer.statusCode()).as(each.getKey()).isEqualTo(422);
      assertThat(answer.body())
          .as(each.getKey())
          .contains("href=\"#file\"", "text.txt")
          .doesNotContain("Exception");
    }
    assertThat(owner.bytes(path + "/original"))
        .isEqualTo("The text that was there before stays.\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void takesNoProgramThatIsNamedADocumentAndNoTableThatSpeaksForOthers() throws Exception {
    String path = drafted(calling(3, false), "A program");
    Path program = folder.resolve("program");
    byte[] bytes = new byte[4_096];
    System.arraycopy("MZ\u0090\0\3".getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 0, 5);
    Files.write(program, bytes);
    HttpResponse<String> renamed =
        owner.upload(path + "/file?seen=1", "file", "report.pdf", program);
    assertThat(renamed.statusCode()).isEqualTo(422);
    assertThat(renamed.body()).contains("not of the type that its name says");
    HttpResponse<String> table =
        owner.upload(
            path + "/file?seen=1",
            "file",
            "said.csv",
            "text,stakeholder\nWe agree to pay.,Ferrenland\n");
    assertThat(table.statusCode()).isEqualTo(422);
    assertThat(table.body()).contains("nobody hands in for others");
    HttpResponse<String> nothing = owner.send(path + "/file", "seen", "1", "text", " ");
    assertThat(nothing.statusCode()).isEqualTo(422);
    assertThat(nothing.body()).contains("Choose a file, or paste a text.");
    assertThat(owner.read(path).body()).contains("There is no file yet");
  }

  @Test
  void takesAScanAndSaysThatNothingWasRead() throws Exception {
    String path = drafted(calling(3, false), "A scan");
    Path scan = folder.resolve("scan.pdf");
    try (var in =
        RefusalsIT.class.getResourceAsStream(
            "/vallarta/compact/demo/documents/scanned-letter-motalei.pdf")) {
      byte[] bytes = in.readAllBytes();
      // Of the letter of the demonstration, which is an input already, another copy.
      Files.write(scan, bytes);
      HttpResponse<String> same = owner.upload(path + "/file?seen=1", "file", "scan.pdf", scan);
      assertThat(same.statusCode()).isEqualTo(409);
      assertThat(same.body()).contains("These very bytes are the input I-");
      Files.write(
          scan,
          "\n%another copy\n".getBytes(StandardCharsets.US_ASCII),
          java.nio.file.StandardOpenOption.APPEND);
    }
    assertThat(owner.upload(path + "/file?seen=1", "file", "scan.pdf", scan).statusCode())
        .isEqualTo(302);
    assertThat(owner.read(path).body()).contains("application/pdf", "The pages are images");
  }

  @Test
  void refusesAHundredMegabytesAndOneByteInWords() throws Exception {
    String path = drafted(calling(3, false), "Too large");
    Path large = folder.resolve("large.pdf");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(100L * 1024 * 1024 + 1);
    }
    HttpResponse<String> answer = owner.upload(path + "/file?seen=1", "file", "large.pdf", large);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("This is too large", "at most 100 MB");
    assertThat(owner.read(path).body()).contains("There is no file yet");
  }

  @Test
  void tellsALongPasteToComeAsAFileAndKeepsIt() throws Exception {
    String path = drafted(calling(3, false), "A long paste");
    String long2Mb = "We ask for shelters that are open by night. ".repeat(48_000);
    assertThat(long2Mb.length()).isGreaterThan(2_000_000);
    HttpResponse<String> answer = owner.send(path + "/file", "seen", "1", "text", long2Mb);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("2,112,000", "500,000", long2Mb.strip());
    paste(path, 1, long2Mb.substring(0, 100_000));
    assertThat(owner.read(path).body()).contains("2,273 found");
  }

  @Test
  void knowsTheSameBytesOfTheSameOrganisation() throws Exception {
    String first = drafted(calling(3, false), "First");
    String second = drafted(calling(3, false), "Second");
    paste(first, 1, "Twice the same words, to the last byte.");
    HttpResponse<String> again =
        owner.send(
            second + "/file", "seen", "1", "text", "Twice the same words, to the last byte.");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains(first.replaceFirst(".*/", "") + " already");
    assertThat(owner.send(first + "/discard", "seen", "2").statusCode()).isEqualTo(302);
    assertThat(owner.read(first).statusCode()).isEqualTo(404);
    paste(second, 1, "Twice the same words, to the last byte.");
  }

  @Test
  void takesNothingAfterADeadlineThatTakesNothingLateButFromWhomItIsExtended() throws Exception {
    String call = calling(3, false);
    String path = drafted(call, "In the last minute");
    paste(path, 1, "We were writing while the clock struck the hour.");
    LateCalls.over(site::bean, call, 5);
    assertThat(owner.read(path).body())
        .contains("closed 5 minutes ago", "nothing is taken after it")
        .doesNotContain(path + "/hand-in");
    HttpResponse<String> late = owner.send(path + "/hand-in", "seen", "2");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("CONS-028", "(Europe/Oslo)", "Your draft is kept");
    assertThat(owner.send("/en/submissions/new", fields("consultation", call)).statusCode())
        .isEqualTo(409);
    assertThat(owner.read("/en/submissions/new").body()).doesNotContain(">%s<".formatted(call));

    String extend = "/en/consultations/%s/call/extend".formatted(call);
    String before = local(-60);
    HttpResponse<String> earlier =
        secretariat.send(extend, "whom", "en-lantern-children", "to", before, "reason", "Why");
    assertThat(earlier.statusCode()).isEqualTo(422);
    assertThat(earlier.body()).contains("only ever moved to a later time", "href=\"#to\"");
    assertThat(
            secretariat
                .send(
                    extend,
                    "whom",
                    "en-lantern-children",
                    "to",
                    local(60),
                    "reason",
                    "The line was cut.")
                .statusCode())
        .isEqualTo(302);
    assertThat(
            stranger
                .send("/en/submissions/new", fields("owner", "XOB", "consultation", call))
                .statusCode())
        .as("an extension for one is for that one")
        .isEqualTo(409);
    assertThat(owner.send(path + "/hand-in", "seen", "2").statusCode()).isEqualTo(302);
    assertThat(owner.read(path + "/receipt").body()).contains("In time by extension EX-");
  }

  @Test
  void isInTimeWhileTheClocksShowTheMinuteOfTheDeadline() throws Exception {
    String call = calling(3, false);
    String path = drafted(call, "To the minute");
    paste(path, 1, "We hand this in while the clock shows the very minute.");
    while (LocalTime.now().getSecond() > 45) {
      Thread.sleep(1_000);
    }
    LateCalls.over(site::bean, call, 0);
    assertThat(owner.read(path).body()).contains("less than a minute left");
    assertThat(owner.send(path + "/hand-in", "seen", "2").statusCode()).isEqualTo(302);
    assertThat(owner.read(path + "/receipt").body()).contains("In time").doesNotContain("Late");
    LateCalls.over(site::bean, call, 1);
    assertThat(owner.send("/en/submissions/new", fields("consultation", call)).statusCode())
        .isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-28T02:30, Europe/Oslo, the clocks go from 02:00 to 03:00",
    "2020-03-28T02:30, Europe/Oslo, This time is over already",
    "tomorrow, Europe/Oslo, Enter the day and the time",
    "2027-03-28T02:30, Middle/Earth, is no time zone"
  })
  void announcesNoDeadlineThatNoClockShows(String deadline, String zone, String words)
      throws Exception {
    String ref = consultation("");
    HttpResponse<String> answer =
        secretariat.send(
            "/en/consultations/%s/call".formatted(ref), "deadline", deadline, "zone", zone);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(words, "value=\"" + deadline + "\"");
    assertThat(owner.read("/en/consultations/" + ref).body()).doesNotContain("id=\"call\"");
  }

  @Test
  void announcesADeadlineOnceAndMovesItByAnExtensionAlone() throws Exception {
    String ref = consultation("");
    String call = "/en/consultations/%s/call".formatted(ref);
    // 02:30 exists twice in that night; the later one is meant, and said so.
    assertThat(
            secretariat
                .send(
                    call,
                    "deadline",
                    "2027-10-31T02:30",
                    "zone",
                    "Europe/Oslo",
                    "language",
                    "en",
                    "language",
                    "ar")
                .statusCode())
        .isEqualTo(302);
    assertThat(site.fetch("/en/consultations/" + ref).body())
        .contains("02:30 (Norway Time, UTC+01:00), the later of the two", "Arabic and English");
    assertThat(
            secretariat
                .send(call, "deadline", "2027-12-31T02:30", "language", "ru", "late", "true")
                .statusCode())
        .isEqualTo(302);
    assertThat(site.fetch("/en/consultations/" + ref).body())
        .contains("31 October 2027", "Russian", "marked as late")
        .doesNotContain("31 December 2027");
    Path table = folder.resolve("moved.csv");
    Files.writeString(
        table,
        "ref,type,title,zone,deadline\n%s,written-call,Of the test,Europe/Oslo,2027-12-31T02:30\n"
            .formatted(ref));
    assertThat(site.bean(Imports.class).consultations(table, ImportMode.ALL_OR_NOTHING).problems())
        .extracting(Problem::rule)
        .containsExactly(Problem.Rule.MOVED_DEADLINE);
    assertThat(
            secretariat
                .send(call + "/extend", "to", "2027-12-31T18:00", "reason", "Many asked for it.")
                .statusCode())
        .isEqualTo(302);
    assertThat(site.fetch("/en/consultations/" + ref).body())
        .contains("31 December 2027, 18:00 (Norway Time)", "As first announced", "31 October 2027");
    assertThat(site.fetch("/en/consultations.csv").body())
        .contains("2027-10-31T02:30,2027-12-31T18:00,ru,true");
  }

  @Test
  void isHandedInOnceAndTakenUpOnceHoweverManyDoItAtOnce() throws Exception {
    String path = drafted(calling(3, false), "All at once");
    paste(path, 1, "We ask that every quay has a lamp and a telephone.");
    assertThat(atOnce(owner, path + "/hand-in", "2")).containsOnlyOnce(302);
    assertThat(atOnce(secretariat, path + "/publish", "3")).containsOnlyOnce(302);
    assertThat(
            site.bean(JdbcClient.class)
                .sql("select count(*) from consultation.input where title = 'All at once'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  /// What four requests at once are answered.
  private static List<Integer> atOnce(Visitor by, String path, String seen) throws Exception {
    try (ExecutorService four = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        answers.add(four.submit(() -> by.send(path, "seen", seen).statusCode()));
      }
      List<Integer> all = new ArrayList<>();
      for (Future<Integer> it : answers) {
        all.add(it.get());
      }
      assertThat(all).isSubsetOf(302, 409, 412);
      return all;
    }
  }

  @Test
  void declinesInPublicWithTheReasonAndWithoutTheWords() throws Exception {
    String path = handedIn(calling(3, false), "Zephyrine accuses", "Zephyrine should be stopped.");
    String ref = path.replaceFirst(".*/", "");
    assertThat(secretariat.send(path + "/decline", "seen", "3", "reason", "").statusCode())
        .isEqualTo(422);
    assertThat(
            secretariat
                .send(path + "/decline", "seen", "3", "reason", "It names a person.")
                .statusCode())
        .isEqualTo(302);
    for (String page : List.of("", ".csv", ".json")) {
      assertThat(site.fetch(path + page).body())
          .contains("It names a person.")
          .doesNotContain("Zephyrine");
    }
    assertThat(site.fetch("/en/submissions?state=declined").body()).contains(ref);
    assertThat(site.fetch("/en/record/objects/" + ref).body())
        .contains("It names a person.")
        .doesNotContain("Zephyrine");
    assertThat(owner.read(path).body()).contains("Zephyrine accuses", "It names a person.");
    assertThat(owner.read(path + "/edit").statusCode()).isEqualTo(409);
    assertThat(owner.send(path + "/withdraw", "seen", "4").statusCode()).isEqualTo(409);
    assertThat(site.fetch("/en/mails").body()).contains("Declined: " + ref);
  }

  @Test
  void isTakenBackByItsOwnerAndItsFileGoes() throws Exception {
    String path = handedIn(calling(3, false), "Taken back", "We take this back soon enough.");
    assertThat(stranger.send(path + "/withdraw", "seen", "3").statusCode()).isEqualTo(403);
    assertThat(owner.send(path + "/withdraw", "seen", "2").statusCode()).isEqualTo(412);
    assertThat(owner.send(path + "/withdraw", "seen", "3").statusCode()).isEqualTo(302);
    assertThat(site.fetch(path).body()).contains("Withdrawn").doesNotContain("Taken back");
    assertThat(owner.read(path + "/original").statusCode()).isEqualTo(409);
    assertThat(secretariat.send(path + "/publish", "seen", "4").statusCode()).isEqualTo(409);
    assertThat(secretariat.read("/en/submissions/queue").body()).doesNotContain("Taken back");
  }

  @Test
  void keepsWhatIsConfidentialOutOfTheRecordAndOffThePages() throws Exception {
    String call = calling(3, false);
    String path =
        handedIn(
            call, "Quietly", "We ask for a safe house without an address.", "consent", "withheld");
    String ref = path.replaceFirst(".*/", "");
    assertThat(site.fetch(path).statusCode()).isEqualTo(404);
    assertThat(site.fetch("/en/submissions.csv").body()).doesNotContain(ref + ",");
    assertThat(site.bean(PublicRecord.class).history(ref)).isEmpty();
    assertThat(secretariat.read("/en/consultations/" + call).body())
        .contains("1 of them confidential");
    assertThat(owner.read(path + "/receipt").body()).contains("the public record holds nothing");
    assertThat(secretariat.read(path).body()).contains("Quietly", "Confidential");
    assertThat(secretariat.send(path + "/publish", "seen", "3").statusCode()).isEqualTo(302);
    assertThat(site.bean(PublicRecord.class).history(ref)).isEmpty();
    String input =
        site.bean(JdbcClient.class)
            .sql("select 'I-' || input from consultation.submission where 'SU-' || id = :ref")
            .param("ref", ref)
            .query(String.class)
            .single();
    assertThat(site.fetch("/en/inputs/" + input).body())
        .contains("Its text is not published")
        .doesNotContain("safe house");
    assertThat(site.bean(PublicRecord.class).history(input)).isEmpty();
  }

  @Test
  void doesNotTurnWhatTheRecordHasIntoASecret() throws Exception {
    String path = handedIn(calling(3, false), "Open first", "We said this in the open.");
    assertThat(secretariat.send(path + "/return", "seen", "3", "mend", "Mend it").statusCode())
        .isEqualTo(302);
    HttpResponse<String> answer =
        owner.send(path + "/edit", fields("seen", "4", "title", "T", "consent", "withheld"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("href=\"#consent\"", "stands in the public record");
  }

  @Test
  void asksNobodyTwiceNorItselfNorWhoIsUnknown() throws Exception {
    String path = drafted(calling(3, false), "Whom to ask");
    String ask = path + "/cosignatories";
    assertThat(owner.send(ask, "stakeholder", "XOB").statusCode()).isEqualTo(302);
    for (String wrong : List.of("XOB", "en-lantern-children", "no-such-thing", "")) {
      HttpResponse<String> answer = owner.send(ask, "stakeholder", wrong);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
      assertThat(answer.body()).contains("href=\"#stakeholder\"");
    }
    HttpResponse<String> early =
        stranger.send(path + "/sign", "stakeholder", "XOB", "answer", "confirm", "seen", "");
    assertThat(early.statusCode()).as("there is nothing to sign yet").isEqualTo(409);
    assertThat(
            stranger.send(path + "/sign", "stakeholder", "XOB", "answer", "decline").statusCode())
        .isEqualTo(302);
    assertThat(owner.read(path).body()).contains("does not sign it");
    assertThat(owner.send(ask, "stakeholder", "XOB", "act", "remove").statusCode()).isEqualTo(302);
    assertThat(stranger.read(path).statusCode()).as("asked no longer").isEqualTo(404);
  }

  @Test
  void theRecordTellsWhatTheRowsSay() {
    assertThat(site.bean(RecordAudit.class).check().findings()).isEmpty();
  }

  /// A consultation with a call that ends in so many days, by its reference.
  private static String calling(int days, boolean takesLate) throws Exception {
    return consultation(
        "Europe/Oslo,%s,%s"
            .formatted(
                LocalDateTime.now(OSLO).plusDays(days).truncatedTo(ChronoUnit.MINUTES), takesLate));
  }

  /// @param call zone, deadline and whether it takes late ones, or empty
  private static synchronized String consultation(String call) throws Exception {
    String ref = "T-" + ++calls;
    Path table = folder.resolve(ref + ".csv");
    Files.writeString(
        table,
        "ref,type,title,fictional,zone,deadline,takes_late\n%s,written-call,Of the test,true,%s\n"
            .formatted(ref, call.isEmpty() ? ",," : call));
    assertThat(site.bean(Imports.class).consultations(table, ImportMode.ALL_OR_NOTHING).written())
        .isEqualTo(1);
    return ref;
  }

  /// A draft of the owner, by its path.
  private static String drafted(String call, String title, String... more) throws Exception {
    List<String> changed = new ArrayList<>(List.of("consultation", call, "title", title));
    changed.addAll(List.of(more));
    HttpResponse<String> answer =
        owner.send("/en/submissions/new", fields(changed.toArray(String[]::new)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^.*(?=/en/)", "");
  }

  private static String handedIn(String call, String title, String text, String... more)
      throws Exception {
    String path = drafted(call, title, more);
    paste(path, 1, text);
    assertThat(owner.send(path + "/hand-in", "seen", "2").statusCode()).isEqualTo(302);
    return path;
  }

  private static void paste(String path, int seen, String text) throws Exception {
    HttpResponse<String> answer =
        owner.send(path + "/file", "seen", Integer.toString(seen), "text", text);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
  }

  /// The local time in so many minutes.
  private static String local(int minutes) {
    return LocalDateTime.now(OSLO).plusMinutes(minutes).truncatedTo(ChronoUnit.MINUTES).toString();
  }

  /// The fields of a form that can be taken, with those changed.
  private static String[] fields(String... changed) {
    Map<String, String> form =
        new LinkedHashMap<>(
            Map.of(
                "owner",
                "en-lantern-children",
                "title",
                "A title",
                "language",
                "en",
                "licence",
                "CC BY 4.0",
                "consent",
                "publish"));
    for (int i = 0; i < changed.length; i += 2) {
      form.put(changed[i], changed[i + 1]);
    }
    List<String> all = new ArrayList<>();
    form.forEach((name, value) -> all.addAll(List.of(name, value)));
    return all.toArray(String[]::new);
  }
}

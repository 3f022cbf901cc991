package vallarta.compact.review.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.access.Role;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Obligation;
import vallarta.compact.commitment.Pledges;
import vallarta.compact.commitment.Schedule;
import vallarta.compact.language.Language;
import vallarta.compact.participation.Mandates;
import vallarta.compact.participation.Person;
import vallarta.compact.participation.Persons;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Disclosure;
import vallarta.compact.record.Entry;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.review.Standing;
import vallarta.compact.review.Standings;
import vallarta.compact.review.duty.Duties;
import vallarta.compact.review.duty.Duty;

/// An actor reports on what it promised: one writes, another validates, and everybody reads it with
/// its evidence.
class ReportIT {

  private static final String STATE = "XRE";
  private static final String NETWORK = "report-network";

  private static RunningDemonstration site;
  private static Visitor main;
  private static Visitor alternate;
  private static Visitor validator;
  private static Visitor stranger;
  private static Visitor first;
  private static Visitor second;

  @TempDir private static Path folder;

  private Commitment promised;
  private Duty duty;

  @BeforeAll
  static void appoint() throws Exception {
    site = RunningDemonstration.get();
    Stakeholder state =
        new Stakeholder(STATE, "Republic of Reporta", "en", StakeholderType.STATE, "", "001", true);
    Stakeholder network =
        new Stakeholder(NETWORK, "Network of Reports", "en", StakeholderType.NGO, "", "001", true);
    site.bean(Stakeholders.class).save(List.of(state, network));
    main = person(state, Role.MAIN_FOCAL_POINT, "main");
    alternate = person(state, Role.ALTERNATE_FOCAL_POINT, "alternate");
    validator = person(state, Role.VALIDATING_FOCAL_POINT, "validator");
    first = person(network, Role.CONTRIBUTOR, "first");
    second = person(network, Role.ALTERNATE_FOCAL_POINT, "second");
    stranger = Visitor.as(site, "ferrenland@example.org");
  }

  @BeforeEach
  void promise() {
    promised = promise(STATE);
    duty = duty(promised, STATE);
  }

  @Test
  void isDraftedForADutyValidatedByAnotherAndPublishedForEverybody() throws Exception {
    assertThat(main.read("/en/duties").body()).contains(duty.ref(), promised.told().title());
    String path = begin(main, duty);
    assertThat(stranger.read(path).statusCode()).as("a draft is its owner's").isEqualTo(404);
    assertThat(stranger.read(path + "/edit").statusCode()).isEqualTo(404);
    assertThat(main.read(path + "/edit").body()).contains("Classes open", "target: 40 classes");
    assertThat(
            main.send(path + "/edit", answers(1, "under-way", "Twelve classes are open"))
                .statusCode())
        .isEqualTo(302);
    assertThat(validator.read(path).body()).contains("Add at least one piece of evidence");
    HttpResponse<String> early = validator.send(path + "/validate", "seen", "2");
    assertThat(early.statusCode()).isEqualTo(422);
    assertThat(early.body()).contains("REV-117");
    link(main, path, 2);
    assertThat(main.send(path + "/publish", "seen", "3").statusCode())
        .as("nobody validated it")
        .isEqualTo(409);
    assertThat(main.send(path + "/validate", "seen", "3").statusCode())
        .as("there is a validating focal point")
        .isEqualTo(409);
    assertThat(validator.send(path + "/validate", "seen", "3").statusCode()).isEqualTo(302);
    assertThat(alternate.send(path + "/publish", "seen", "4").statusCode()).isEqualTo(403);
    assertThat(main.send(path + "/publish", "seen", "4").statusCode()).isEqualTo(302);

    assertThat(site.fetch(path).body())
        .contains("Twelve classes are open", "The decree", "12 classes", "Third".toLowerCase())
        .doesNotContain("main@");
    assertThat(site.fetch("/en/reports?actor=" + STATE).body()).contains("Twelve classes are open");
    assertThat(site.fetch("/en/reports.csv?actor=" + STATE).body())
        .contains(ref(path), "under-way,false,en,Twelve classes are open");
    assertThat(site.fetch(path + ".json").body()).contains("\"progress\":\"under-way\"");
    assertThat(standing()).isEqualTo(Standing.UNDER_WAY);
    assertThat(duties().get(duty.ref()).state()).isEqualTo(Duty.State.MET);
    assertThat(site.fetch("/en/commitments/" + promised.ref()).body())
        .contains("Under way", "newest report", "next report due", duty.ref(), ref(path));
    assertThat(site.fetch("/en/commitments/" + promised.ref() + "/reports").body())
        .contains("Twelve classes are open");
    assertThat(facts(ref(path)))
        .containsEntry("progress", "under-way")
        .containsEntry("commitment", promised.ref())
        .doesNotContainKey("writers");
    assertThat(site.bean(Standings.class).changes(promised.id()).getFirst())
        .satisfies(it -> {
          assertThat(it.reason()).isEqualTo("Twelve classes are open");
          assertThat(it.evidence()).isEqualTo(ref(path));
        });
  }

  @Test
  void isNotValidatedByWhoeverWroteInIt() throws Exception {
    Commitment ours = promise(NETWORK);
    String path = begin(first, duty(ours, NETWORK));
    first.send(path + "/edit", answers(1, "planned", "We have found the rooms"));
    link(first, path, 2);
    HttpResponse<String> own = first.send(path + "/validate", "seen", "3");
    assertThat(own.statusCode()).isEqualTo(409);
    assertThat(own.body()).contains("REV-114", "Ask another person");
    assertThat(second.send(path + "/validate", "seen", "3").statusCode()).isEqualTo(302);
    second.send(path + "/edit", answers(4, "planned", "We have found seven rooms"));
    assertThat(first.read(path).body()).as("it is a draft again").contains("This is a draft");
    assertThat(second.send(path + "/validate", "seen", "5").statusCode())
        .as("now both wrote in it")
        .isEqualTo(409);
  }

  @Test
  void hasOneOpenReportForEachDuty() throws Exception {
    String path = begin(main, duty);
    assertThat(begin(alternate, duty)).as("leads to the one that was begun").isEqualTo(path);
    HttpResponse<String> twice = main.send("/en/duties/" + duty.ref() + "/unchanged");
    assertThat(twice.statusCode()).isEqualTo(409);
    assertThat(site.bean(Reports.class).findOpen(duty)).isPresent();
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> site.bean(Reports.class).draft(duty, "en", 1))
        .hasMessageContaining("REV-113");
    assertThat(main.send(path + "/discard", "seen", "1").statusCode()).isEqualTo(302);
    assertThat(begin(alternate, duty)).isNotEqualTo(path);
  }

  @Test
  void keepsWhatTwoWriteAtOnceApart() throws Exception {
    String path = begin(main, duty);
    main.send(path + "/edit", answers(1, "planned", "Mine"));
    HttpResponse<String> late = alternate.send(path + "/edit", answers(1, "planned", "Theirs"));
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(late.body()).contains("Somebody else has changed", "Mine", "Theirs");
    assertThat(main.read(path).body()).contains("Mine").doesNotContain("Theirs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "value-ID:many",
        "value-ID:1,200",
        "on-ID:2028-13-01",
        "progress:finished",
        "language:xx"
      })
  void tellsTheFieldAndTheFixOfWhatCannotBeTaken(String wrong) throws Exception {
    String path = begin(main, duty);
    String[] pair = wrong.replace("ID", target()).split(":");
    HttpResponse<String> answer =
        main.send(path + "/edit", with(answers(1, "planned", "We try"), pair[0], pair[1]));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("href=\"#" + pair[0] + "\"", "We try");
    assertThat(main.read(path).body()).doesNotContain("We try");
  }

  @Test
  void takesNoProgramAsEvidenceAndKeepsDocumentsUnderTheirHash() throws Exception {
    String path = begin(main, duty);
    Map<String, byte[]> hostile =
        Map.of(
            "report.pdf", new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0},
            "picture.png", new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0},
            "notes.txt", "#!/bin/sh\nrm -r /\n".getBytes(StandardCharsets.UTF_8),
            "run.bat", "echo".getBytes(StandardCharsets.UTF_8),
            "macro.docx", zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
            "classes.docx", zip("META-INF/MANIFEST.MF", "a/A.class"));
    for (Map.Entry<String, byte[]> it : hostile.entrySet()) {
      HttpResponse<String> refused = upload(path, 1, it.getKey(), it.getValue());
      assertThat(refused.statusCode()).as(it.getKey()).isEqualTo(422);
      assertThat(refused.body()).as(it.getKey()).contains("without macros", "href=\"#file\"");
    }
    assertThat(upload(path, 1, "archive.zip", zip("a.txt", "b.txt")).body())
        .contains("is none of the types named");
    assertThat(upload(path, 1, "noise.pdf", new byte[] {1, 2, 3, 4, 5}).statusCode())
        .isEqualTo(422);
    byte[] words = zip("[Content_Types].xml", "word/document.xml");
    assertThat(upload(path, 1, "decree.docx", words).statusCode()).isEqualTo(302);
    byte[] pdf = "%PDF-1.7\nfour classes".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(upload(path, 2, "decree.pdf", pdf).statusCode()).isEqualTo(302);
    String page = main.read(path).body();
    String id = page.replaceAll("(?s).*/evidence/(\\d+)\".*", "$1");
    assertThat(main.bytes(path + "/evidence/" + id)).isEqualTo(pdf);
    assertThat(stranger.read(path + "/evidence/" + id).statusCode()).isEqualTo(404);
    assertThat(main.send(path + "/evidence/remove", "seen", "3", "id", id).statusCode())
        .isEqualTo(302);
    assertThat(main.read(path).body()).doesNotContain("/evidence/" + id + "\"");
    HttpResponse<String> script = main.send(path + "/evidence", evidence(4, "javascript:alert(1)"));
    assertThat(script.statusCode()).isEqualTo(422);
    assertThat(script.body()).contains("href=\"#url\"", "https://");
  }

  @Test
  void saysInOneClickThatNothingChangedAtMostTwiceRunning() throws Exception {
    assertThat(main.send("/en/duties/" + duty.ref() + "/unchanged").statusCode())
        .as("nothing was reported before")
        .isEqualTo(409);
    published("under-way", "Twelve classes are open");
    for (int i = 0; i < 2; i++) {
      Duty next = reopened();
      HttpResponse<String> said = main.send("/en/duties/" + next.ref() + "/unchanged");
      assertThat(said.statusCode()).as(said.body()).isEqualTo(302);
    }
    HttpResponse<String> third = main.send("/en/duties/" + reopened().ref() + "/unchanged");
    assertThat(third.statusCode()).isEqualTo(409);
    assertThat(third.body()).contains("twice running", "write a full report");
    assertThat(site.fetch("/en/reports.csv?unchanged=yes&commitment=" + promised.ref()).body())
        .contains("under-way,true")
        .doesNotContain("under-way,false");
    assertThat(standing()).isEqualTo(Standing.UNDER_WAY);
  }

  @Test
  void isCorrectedInAVersionThatEverybodyComparesAndWithdrawnWithAReason() throws Exception {
    String path = published("mostly-done", "Thirty-nine classes are open");
    assertThat(stranger.send(path + "/edit", answers(5, "planned", "Not ours")).statusCode())
        .isEqualTo(403);
    assertThat(
            main.send(path + "/edit", answers(5, "stalled", "Nine classes are open")).statusCode())
        .as("without a reason")
        .isEqualTo(422);
    assertThat(
            main.send(
                    path + "/edit",
                    with(answers(5, "stalled", "Nine classes are open"), "reason", "We miscounted"))
                .statusCode())
        .isEqualTo(302);
    assertThat(standing()).isEqualTo(Standing.STALLED);
    assertThat(site.fetch(path + "/versions").body())
        .contains("We miscounted", "<del>Thirty", "<ins>Nine");
    assertThat(site.fetch(path + "/versions.csv").body())
        .contains("We miscounted,progress,mostly-done,stalled");
    assertThat(main.send(path + "/withdraw", "seen", "6", "reason", " ").statusCode())
        .isEqualTo(422);
    assertThat(
            main.send(path + "/withdraw", "seen", "6", "reason", "It was of another State")
                .statusCode())
        .isEqualTo(302);
    assertThat(site.fetch(path).body()).contains("Withdrawn.", "It was of another State");
    assertThat(standing()).isEqualTo(Standing.NO_REPORT);
    assertThat(duties().get(duty.ref()).state())
        .as("it is asked for again")
        .isEqualTo(Duty.State.OPEN);
    assertThat(site.bean(PublicRecord.class).history(ref(path)).stream().map(Entry::type))
        .containsExactly(ActType.REPORT_PUBLISHED, ActType.CORRECTION, ActType.CORRECTION);
  }

  @Test
  void endsWhatIsDueWhenItIsDone() throws Exception {
    published("done", "Forty classes are open");
    assertThat(standing()).isEqualTo(Standing.DONE);
    assertThat(duties().values().stream().filter(Duty::isOpen)).isEmpty();
    assertThat(site.fetch("/en/commitments/" + promised.ref()).body())
        .contains("it was reported as done");
  }

  private String published(String progress, String achieved) throws Exception {
    String path = begin(main, duty);
    main.send(path + "/edit", answers(1, progress, achieved));
    link(main, path, 2);
    validator.send(path + "/validate", "seen", "3");
    HttpResponse<String> out = main.send(path + "/publish", "seen", "4");
    assertThat(out.statusCode()).as(out.body()).isEqualTo(302);
    return path;
  }

  /// A further open duty on the commitment, as if a year had passed.
  private Duty reopened() {
    long id =
        site.bean(JdbcClient.class)
            .sql(
                """
                insert into review.duty (commitment, stakeholder, kind, due, opened_at)
                select :commitment, :stakeholder, 'yearly', max(due) + 365, now() from review.duty
                where commitment = :commitment returning id
                """)
            .param("commitment", promised.id())
            .param("stakeholder", STATE)
            .query(Long.class)
            .single();
    return site.bean(Duties.class).get("DU-" + id);
  }

  private static Commitment promise(String owner) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return Pledges.at(site::bean, Instant.now())
        .publish(
            owner,
            List.of(),
            "Classes in the evening " + UUID.randomUUID(),
            Obligation.POLITICAL_COMMITMENT,
            Schedule.YEARLY,
            today.plusDays(40),
            today.plusYears(3));
  }

  private static Duty duty(Commitment of, String stakeholder) {
    return site.bean(Duties.class).ofCommitment(of.id()).stream()
        .filter(it -> it.stakeholder().equals(stakeholder) && it.kind() == Duty.Kind.YEARLY)
        .findFirst()
        .orElseThrow();
  }

  private Map<String, Duty> duties() {
    return site.bean(Duties.class).ofCommitment(promised.id()).stream()
        .collect(java.util.stream.Collectors.toMap(Duty::ref, it -> it));
  }

  private Standing standing() {
    return site.bean(Standings.class).find(promised.id()).orElseThrow().standing();
  }

  private String target() {
    return Long.toString(promised.told().targets().getFirst().id());
  }

  private String[] answers(int seen, String progress, String achieved) {
    return new String[] {
      "seen",
      Integer.toString(seen),
      "progress",
      progress,
      "language",
      "en",
      "achieved",
      achieved,
      "hindered",
      "Rooms are few.",
      "value-" + target(),
      "12",
      "on-" + target(),
      "2026-10-01"
    };
  }

  private static String[] with(String[] fields, String name, String value) {
    java.util.Map<String, String> all = new java.util.LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    all.put(name, value);
    return all.entrySet().stream()
        .flatMap(it -> java.util.stream.Stream.of(it.getKey(), it.getValue()))
        .toArray(String[]::new);
  }

  private static String begin(Visitor who, Duty duty) throws Exception {
    HttpResponse<String> begun = who.send("/en/duties/" + duty.ref() + "/report");
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(302);
    return begun.headers().firstValue("Location").orElseThrow().replaceAll(".*(/en/.*)/edit", "$1");
  }

  private static void link(Visitor who, String path, int seen) throws Exception {
    HttpResponse<String> added =
        who.send(path + "/evidence", evidence(seen, "https://example.org/decree"));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(302);
  }

  private static String[] evidence(int seen, String url) {
    return new String[] {
      "seen", Integer.toString(seen),
      "title", "The decree",
      "type", "law",
      "independence", "third-party",
      "dated", "2026-09-30",
      "url", url
    };
  }

  private static HttpResponse<String> upload(String path, int seen, String name, byte[] bytes)
      throws Exception {
    Path file = Files.write(folder.resolve(UUID.randomUUID().toString()), bytes);
    return main.upload(
        path + "/evidence?seen=%d&title=A+file&type=law&independence=own".formatted(seen),
        "file",
        name,
        file);
  }

  private static byte[] zip(String... names) throws Exception {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        write(zip, name);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static void write(OutputStream out, String text) throws Exception {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> facts(String ref) {
    return site.bean(PublicRecord.class).history(ref).getLast().disclosures().stream()
        .collect(
            java.util.stream.Collectors.toMap(Disclosure::name, it -> String.valueOf(it.value())));
  }

  private static Visitor person(Stakeholder of, Role role, String name) throws Exception {
    String email = name + "." + of.key().toLowerCase(java.util.Locale.ROOT) + "@example.org";
    Persons persons = site.bean(Persons.class);
    Person it = persons.withAccount(persons.register(name, email, Language.EN, true));
    site.bean(Mandates.class).give(it, of, role, Instant.now().minusSeconds(60), null, 0);
    return Visitor.as(site, email);
  }

  private static String ref(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}

package vallarta.compact.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.CommandLineRun;
import vallarta.compact.cli.Post;
import vallarta.compact.cli.RunningServer;
import vallarta.compact.cli.Visitor;
import vallarta.compact.record.RecordAudit;
import vallarta.compact.stocktaking.point.ObjectionWindow;

/// A stocktaking as large as that of Puerto Vallarta, on a site that is no demonstration: everybody
/// comes in by mail and does all by pages and forms. The 136 States, the 16 organisations and all
/// persons are invented.
@TestMethodOrder(OrderAnnotation.class)
class P01_PuertoVallarta {

  private static final int STATES = 136;
  private static final int ORGANISATIONS = 16;
  private static final List<String> REGIONS =
      List.of("africa", "asia-pacific", "europe", "americas", "western-asia");
  private static final List<String> DIMENSIONS =
      List.of("human", "community", "local", "national", "regional", "global");

  @TempDir private static Path folder;

  private static Post post;
  private static RunningServer site;
  private static Visitor secretariat;
  private static String meeting = "";
  private static final Map<String, String> GROUPS = new HashMap<>();
  private static final Map<String, Visitor> MODERATORS = new HashMap<>();
  private static final Map<String, Visitor> RAPPORTEURS = new HashMap<>();
  private static Visitor firstState;
  private static Visitor secondState;

  @BeforeAll
  static void open() throws Exception {
    String data = folder.resolve("data").toString();
    run("import", "stakeholders", stakeholders().toString(), "--data", data);
    run("import", "consultations", consultations().toString(), "--data", data);
    run("import", "statements", statements().toString(), "--data", data);
    String link =
        run(
            "user",
            "add",
            "--email",
            "chief@example.org",
            "--name",
            "Ilse Chief",
            "--role",
            "secretariat",
            "--organisation",
            "sec",
            "--data",
            data);
    post = Post.open();
    Map<String, Object> settings = new HashMap<>(post.settings());
    settings.put("vallarta.limits.factor", 1000);
    site = RunningServer.over(Path.of(data), settings);
    secretariat = Visitor.arrive(site, Post.path(link));
    secretariat.setUpSecondFactor();
  }

  @AfterAll
  static void close() {
    site.close();
    post.close();
  }

  @Test
  @Order(1)
  void theRegisterHoldsTheConsultationsAndWhoWillTakePart() throws Exception {
    assertThat(rows("/en/consultations.csv")).hasSize(REGIONS.size() + 2);
    assertThat(rows("/en/participants.csv").stream().filter(it -> it.contains(",state,")))
        .hasSize(STATES);
    for (String region : REGIONS) {
      String made =
          convene("Regional meeting: " + region, "Asia/Kathmandu", "2026-12-01", "2026-12-02");
      programme(made, "plenary", "Regional plenary", "", "2026-12-01T09:00", "2026-12-01T12:00");
      sent(secretariat, "/en/meetings/%s/publish".formatted(made));
    }
    assertThat(rows("/en/meetings.csv")).hasSize(5);
  }

  @Test
  @Order(2)
  void theProgrammeOfThreeDaysIsPublished() throws Exception {
    meeting = convene("Stocktaking meeting", "America/Mexico_City", "2026-12-04", "2026-12-06");
    programme(meeting, "panel", "Looking back", "", "2026-12-04T10:00", "2026-12-04T12:30");
    for (int hour = 15; hour < 18; hour++) {
      String day = "2026-12-04T" + hour;
      programme(meeting, "lab-talk", "Lab " + hour, "", day + ":00", day + ":45");
    }
    for (String dimension : DIMENSIONS) {
      programme(
          meeting,
          "action-group",
          "Action group: " + dimension,
          dimension,
          "2026-12-05T09:30",
          "2026-12-05T13:00");
    }
    programme(meeting, "concluding", "Conclusions", "", "2026-12-06T12:30", "2026-12-06T14:00");
    assertThat(Visitor.of(site).read("/en/meetings/" + meeting).statusCode()).isEqualTo(404);
    sent(secretariat, "/en/meetings/%s/publish".formatted(meeting));
    List<String> sessions = rows("/en/meetings/%s.csv".formatted(meeting));
    assertThat(sessions).hasSize(11);
    for (String dimension : DIMENSIONS) {
      GROUPS.put(
          dimension,
          sessions.stream()
              .filter(it -> it.contains("Action group: " + dimension))
              .map(it -> it.substring(0, it.indexOf(',')))
              .findFirst()
              .orElseThrow());
    }
    assertThat(read("/en/meetings/%s?by=dimension".formatted(meeting))).contains(GROUPS.values());
    assertThat(read("/en/meetings/%s.ics".formatted(meeting)).split("BEGIN:VEVENT")).hasSize(12);
  }

  @Test
  @Order(3)
  void hundredAndFiftyTwoDelegationsAreAccreditedByAList() throws Exception {
    sent(secretariat, "/en/meetings/%s/quotas".formatted(meeting), "of", "state", "seats", "3");
    sent(secretariat, "/en/meetings/%s/quotas".formatted(meeting), "of", "ngo", "seats", "1");
    StringBuilder list = new StringBuilder("stakeholder,name,email,function,head\n");
    for (int i = 0; i < STATES; i++) {
      list.append("%s,Delegate %d,d%d@example.org,Envoy,true\n".formatted(state(i), i, i));
    }
    for (int i = 0; i < ORGANISATIONS; i++) {
      list.append("ngo-%d,Advocate %d,n%d@example.org,,true\n".formatted(i, i, i));
    }
    String path = "/en/meetings/%s/registrations/import".formatted(meeting);
    HttpResponse<String> dry = secretariat.upload(path, "file", "list.csv", list.toString());
    assertThat(dry.body()).contains("d135@example.org", "n15@example.org");
    assertThat(figure("persons_registered")).as("a dry run writes nothing").isZero();
    HttpResponse<String> wrong =
        secretariat.upload(path, "file", "list.csv", list + "XQQ,Nobody,nobody,,\n");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("154", "stakeholder", "email");
    sent(secretariat, path, "csv", list.toString(), "accredit", "true", "write", "true");
    assertThat(figure("persons_approved")).isEqualTo(STATES + ORGANISATIONS);
    assertThat(rows("/en/meetings/%s/attendance.csv".formatted(meeting)))
        .anyMatch(it -> it.startsWith("state,136,0,136,136,0"))
        .anyMatch(it -> it.startsWith("ngo,16,0,16,16,0"));
    // What the codes on the badges lead to.
    for (String code :
        site.bean(JdbcClient.class)
            .sql("select code from participation.registration where email <> 'd135@example.org'")
            .query(String.class)
            .list()) {
      assertThat(secretariat.send("/en/check-in/" + code).statusCode()).isEqualTo(200);
    }
    assertThat(rows("/en/meetings/%s/attendance.csv".formatted(meeting)))
        .anyMatch(it -> it.startsWith("state,136,135,136,136,135"));
  }

  @Test
  @Order(4)
  void thoseWhoServeAndThoseWhoSpeakForStatesComeByMail() throws Exception {
    for (String dimension : DIMENSIONS) {
      MODERATORS.put(dimension, serving(dimension, "moderator"));
      RAPPORTEURS.put(dimension, serving(dimension, "rapporteur"));
    }
    firstState = mandate(state(0), "main-focal-point", "focal0@example.org", "Focal Zero");
    secondState = mandate(state(1), "main-focal-point", "focal1@example.org", "Focal One");
    assertThat(MODERATORS.get("human").read(workspace("human")).statusCode()).isEqualTo(200);
    assertThat(RAPPORTEURS.get("human").read(workspace("local")).statusCode()).isEqualTo(403);
    assertThat(firstState.read(workspace("human")).statusCode()).isEqualTo(403);
    assertThat(MODERATORS.get("human").read("/en/agenda").body()).contains(GROUPS.get("human"));
  }

  @Test
  @Order(5)
  void theFloorIsAskedForGivenAndTimed() throws Exception {
    String floor = "/en/sessions/%s/floor".formatted(GROUPS.get("human"));
    Visitor chair = MODERATORS.get("human");
    sent(chair, floor + "/list", "act", "open");
    sent(firstState, floor + "/ask", "stakeholder", state(0));
    sent(secondState, floor + "/ask", "stakeholder", state(1));
    assertThat(firstState.send(floor + "/ask", "stakeholder", state(1)).statusCode())
        .isEqualTo(403);
    assertThat(read(floor)).containsSubsequence("State 0", "State 1");
    Matcher turn =
        Pattern.compile("name=\"turn\" value=\"(\\d+)\"").matcher(chair.read(floor).body());
    assertThat(turn.find()).isTrue();
    sent(chair, floor + "/give", "turn", turn.group(1));
    sent(chair, floor + "/yield", "turn", turn.group(1));
    assertThat(rows(floor + "/times.csv")).anyMatch(it -> it.contains("state"));
  }

  @Test
  @Order(6)
  void sixGroupsCaptureDisputeAndPublish() throws Exception {
    for (String dimension : DIMENSIONS) {
      Visitor rapporteur = RAPPORTEURS.get(dimension);
      String summary = "/en/sessions/%s/summary".formatted(GROUPS.get(dimension));
      sent(
          rapporteur,
          workspace(dimension),
          "text",
          "Return should be voluntary (%s)".formatted(dimension),
          "language",
          "en",
          "dimension",
          dimension,
          "support",
          "Many States",
          "dissent",
          "One State would not exclude returns by force");
      sent(rapporteur, workspace(dimension), "text", "Data by sex and age", "language", "en");
      String point = points(dimension).getFirst();
      sent(
          rapporteur,
          workspace(dimension) + "/" + point + "/sources",
          "statement",
          "S-1",
          "act",
          "add");
      assertThat(read(summary)).doesNotContain("Return should");
      sent(MODERATORS.get(dimension), summary + "/publish", "hours", "48");
      assertThat(read(summary)).contains("Draft, version 1", "Return should be voluntary");
      sent(
          firstState,
          summary + "/corrections",
          "stakeholder",
          state(0),
          "point",
          point,
          "text",
          "We said must");
      HttpResponse<String> early = rapporteur.send(summary + "/final");
      assertThat(early.statusCode()).isEqualTo(409);
      ObjectionWindow.close(
          site::bean, Long.parseLong(GROUPS.get(dimension).substring("SE-".length())));
      sent(
          rapporteur,
          workspace(dimension) + "/" + point,
          "seen",
          "1",
          "text",
          "Return must be voluntary (%s)".formatted(dimension),
          "language",
          "en",
          "dimension",
          dimension,
          "dissent",
          "One State would not exclude returns by force");
      Matcher correction =
          Pattern.compile("/summary/corrections/(\\d+)").matcher(rapporteur.read(summary).body());
      assertThat(correction.find()).isTrue();
      sent(
          rapporteur,
          summary + "/corrections/" + correction.group(1),
          "decision",
          "accept",
          "answer",
          "So it was");
      sent(rapporteur, summary + "/final");
      assertThat(read(summary))
          .contains("Final, version 2", "Return must be voluntary", "State 0", "So it was");
      assertThat(
              rapporteur
                  .send(workspace(dimension), "text", "Too late", "language", "en")
                  .statusCode())
          .isEqualTo(409);
    }
  }

  @Test
  @Order(7)
  void whatWasAcceptedBecomesProposedCommitmentsWithTheirMeans() throws Exception {
    for (String dimension : DIMENSIONS) {
      String point = "PT-" + points(dimension).getFirst();
      String made =
          sent(
              RAPPORTEURS.get(dimension),
              "/en/sessions/%s/outcomes".formatted(GROUPS.get(dimension)),
              "point",
              point,
              "text",
              "We shall return nobody against their will",
              "language",
              "en",
              "dimension",
              dimension);
      String outcome = "/en/outcomes/" + made.replaceAll(".*/(PC-\\d+).*", "$1");
      sent(
          RAPPORTEURS.get(dimension),
          outcome + "/means",
          "direction",
          "need",
          "kind",
          "finance",
          "text",
          "Counsel for those who return",
          "amount",
          "5000",
          "unit",
          "USD",
          "period",
          "a year");
      assertThat(read(outcome)).contains(point, "5,000 USD");
      assertThat(read("/en/points/" + point)).contains("S-1", outcome);
    }
  }

  @Test
  @Order(8)
  void theChairsSummaryAndTheMinutesComeOut() throws Exception {
    String summary = "/en/meetings/%s/summary".formatted(meeting);
    Visitor chair = mandate(state(2), "co-chair", "chair@example.org", "The chair");
    assertThat(firstState.send(summary, "remarks", "").statusCode()).isEqualTo(403);
    String point = "PT-" + points("human").getFirst();
    sent(chair, summary, "remarks", "All groups spoke of return: " + point, "language", "en");
    String issued = read(summary);
    assertThat(issued)
        .contains("12 points were kept; no proposed commitment answers 6 of them.")
        .contains("All groups spoke of return: ", "/en/points/" + point, "/en/statements/S-1");
    for (String dimension : DIMENSIONS) {
      assertThat(issued).contains("id=\"%s\"".formatted(dimension));
    }
    String minutes = read("/en/meetings/%s/minutes".formatted(meeting));
    assertThat(minutes)
        .contains("136 States and 16 non-governmental organisations were accredited, 152 persons")
        .contains("135 States and 16 non-governmental organisations were present; 151 persons")
        .contains("Return must be voluntary (global)", "So it was", "All speakers");
    assertThat(read("/en/meetings/%s/minutes.pdf".formatted(meeting))).startsWith("%PDF-");
    assertThat(rows("/en/meetings/%s/minutes.csv".formatted(meeting))).hasSize(12);
  }

  @Test
  @Order(9)
  void aStateLeavesAndItsHistoryStays() throws Exception {
    String page = "/en/participants/" + participant(state(1));
    assertThat(secondState.send(page + "/withdraw", "reason", "We go").statusCode()).isEqualTo(403);
    sent(secretariat, page + "/withdraw", "reason", "Announced by note verbale");
    assertThat(read(page)).contains("Announced by note verbale", "State 1");
    String summary = "/en/sessions/%s/floor".formatted(GROUPS.get("global"));
    assertThat(secondState.send(summary + "/ask", "stakeholder", state(1)).statusCode())
        .isEqualTo(403);
    assertThat(rows("/en/participants.csv").stream().filter(it -> it.contains(",state,")))
        .hasSize(STATES);
    assertThat(read("/en/sessions/%s/floor".formatted(GROUPS.get("human")))).contains("State 1");
  }

  @Test
  @Order(10)
  void aFocalPointIsReplacedAndTheSuccessorFindsWhatWaits() throws Exception {
    Matcher mandate =
        Pattern.compile("/mandates/(MD-\\d+)/hand-over")
            .matcher(secretariat.read("/en/participants/" + participant(state(0))).body());
    assertThat(mandate.find()).isTrue();
    sent(
        secretariat,
        "/en/mandates/%s/hand-over".formatted(mandate.group(1)),
        "email",
        "successor@example.org",
        "name",
        "Sibyl Successor");
    assertThat(
            firstState
                .send(
                    "/en/sessions/%s/floor/ask".formatted(GROUPS.get("human")),
                    "stakeholder",
                    state(0))
                .statusCode())
        .isEqualTo(403);
    Visitor successor =
        Visitor.arrive(site, Post.link(post.mailTo("successor@example.org", "invited")));
    sent(
        successor,
        "/en/sessions/%s/floor/ask".formatted(GROUPS.get("human")),
        "stakeholder",
        state(0));
  }

  @Test
  @Order(11)
  void thePublicRecordTellsTheSameAsThePages() {
    assertThat(site.bean(RecordAudit.class).check().findings()).isEmpty();
  }

  private static Path stakeholders() throws Exception {
    StringBuilder rows =
        new StringBuilder("key,name,name_language,type,state,region_m49,fictional\n");
    rows.append("sec,Secretariat of the journey,en,un-agency,,001,true\n");
    for (int i = 0; i < STATES; i++) {
      rows.append("%s,State %d,en,state,%s,001,true\n".formatted(state(i), i, state(i)));
    }
    for (int i = 0; i < ORGANISATIONS; i++) {
      rows.append("ngo-%d,Organisation %d,en,ngo,,001,true\n".formatted(i, i));
    }
    return Files.writeString(folder.resolve("stakeholders.csv"), rows);
  }

  private static Path consultations() throws Exception {
    StringBuilder rows = new StringBuilder("ref,type,title\n");
    for (String region : REGIONS) {
      rows.append("R-%s,regional-meeting,Regional meeting %s\n".formatted(region, region));
    }
    rows.append("T-1,thematic-session,A thematic session\nW-1,written-call,A written call\n");
    return Files.writeString(folder.resolve("consultations.csv"), rows);
  }

  private static Path statements() throws Exception {
    return Files.writeString(
        folder.resolve("said.csv"),
        "ref,text,stakeholder\nJ-1,Nobody should be returned against their will.,Organisation 1\n");
  }

  /// A code that ISO 3166 leaves to its users: XAA to XZZ.
  private static String state(int number) {
    return "X" + (char) ('A' + number / 26) + (char) ('A' + number % 26);
  }

  private static String convene(String title, String zone, String first, String last)
      throws Exception {
    String made =
        sent(
            secretariat,
            "/en/meetings/new",
            "title",
            title,
            "place",
            "Puerto Claro",
            "zone",
            zone,
            "first",
            first,
            "last",
            last,
            "fictional",
            "true");
    return made.replaceAll(".*/(M-\\d+)/.*", "$1");
  }

  private static void programme(
      String of, String type, String title, String dimension, String begins, String ends)
      throws Exception {
    sent(
        secretariat,
        "/en/meetings/%s/sessions".formatted(of),
        "type",
        type,
        "title",
        title,
        "dimension",
        dimension,
        "room",
        "Room " + title,
        "begins",
        begins,
        "ends",
        ends);
  }

  private static Visitor serving(String dimension, String role) throws Exception {
    String email = "%s-%s@example.org".formatted(role, dimension);
    Visitor visitor = mandate("sec", role, email, "The %s of %s".formatted(role, dimension));
    sent(
        secretariat,
        "/en/sessions/%s/officers".formatted(GROUPS.get(dimension)),
        "email",
        email,
        "role",
        role);
    return visitor;
  }

  private static Visitor mandate(String of, String role, String email, String name)
      throws Exception {
    sent(
        secretariat,
        "/en/participants/%s/mandates".formatted(participant(of)),
        "role",
        role,
        "email",
        email,
        "name",
        name);
    return Visitor.arrive(site, Post.link(post.mailTo(email, "invited")));
  }

  private static String participant(String key) throws Exception {
    return rows("/en/participants.csv").stream()
        .filter(it -> it.split(",")[1].equals(key))
        .map(it -> it.split(",")[0])
        .findFirst()
        .orElseThrow();
  }

  private static String workspace(String dimension) {
    return "/en/sessions/%s/workspace".formatted(GROUPS.get(dimension));
  }

  /// Numbers of the points of a group, in their order.
  private static List<String> points(String dimension) throws Exception {
    List<String> found = new ArrayList<>();
    Matcher ids =
        Pattern.compile("<li id=\"PT-(\\d+)\">")
            .matcher(RAPPORTEURS.get(dimension).read(workspace(dimension)).body());
    while (ids.find()) {
      found.add(ids.group(1));
    }
    return found;
  }

  /// The sum of a column of the figures of attendance.
  private static int figure(String column) throws Exception {
    List<String> lines = read("/en/meetings/%s/attendance.csv".formatted(meeting)).lines().toList();
    int at = List.of(lines.getFirst().replace("\uFEFF", "").split(",")).indexOf(column);
    return lines.stream().skip(1).mapToInt(it -> Integer.parseInt(it.split(",")[at])).sum();
  }

  private static List<String> rows(String path) throws Exception {
    return read(path).lines().skip(1).toList();
  }

  /// What everybody reads.
  private static String read(String path) throws Exception {
    HttpResponse<String> answer = Visitor.of(site).read(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  /// Sends a form that is taken, and tells where it leads.
  private static String sent(Visitor by, String path, String... fields) throws Exception {
    HttpResponse<String> answer = by.send(path, fields);
    assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isIn(302, 303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String run(String... args) {
    CommandLineRun run = CommandLineRun.of(args);
    assertThat(run.code()).as(run.talk()).isZero();
    return run.out();
  }
}

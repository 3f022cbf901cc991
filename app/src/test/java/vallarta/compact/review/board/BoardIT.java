package vallarta.compact.review.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vallarta.compact.language.Language;
import vallarta.compact.review.Planted;
import vallarta.compact.review.Standing;

/// Boards, overdue reports and due dates over rows whose counts are known: five commitments of two
/// actors, one of them joint, and one that only asks the second.
class BoardIT {

  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

  @TempDir private static Path data;

  private static Planted planted;
  private static long silent;
  private static long longSilent;
  private static long joint;
  private static long due;

  @BeforeAll
  static void plant() {
    planted = new Planted(data);
    planted.actors("zeta", "Émeraude", "Faro");
    silent = planted.commitment("zeta", "Open two clinics", Standing.NO_REPORT, days(10));
    longSilent = planted.commitment("zeta", "Train nurses", Standing.NO_REPORT, days(400));
    joint = planted.commitment("zeta", "Share one registry", Standing.DONE, days(3));
    planted.actor(joint, "Émeraude", 1, "confirmed");
    long asked = planted.commitment("zeta", "Fund a hotline", Standing.STALLED, days(5));
    planted.actor(asked, "Faro", 1, "asked");
    planted.commitment("Émeraude", "Waive a fee", Standing.WITHDRAWN, days(1));
    planted.run(
        "update commitment.commitment set dimensions = '{human,local}', objectives = '{3}' where id in (?, ?)",
        silent, joint);
    planted.run("update review.standing set overdue = true where commitment = ?", longSilent);
    // Somebody reported on it long after it was published, and then nobody.
    planted.run(
        "update review.standing set last_report = ? where commitment = ?",
        Timestamp.from(days(200)),
        longSilent);
    planted.run(
        """
        insert into commitment.commitment (state, owner, title, body, language, obligation, dimensions, changed_at)
        values ('draft', 'zeta', 'Nobody sees this', 'x', 'en', 'voluntary-pledge', '{human}', now())
        """);
    flags();
    due = duty(silent, "zeta", TODAY.plusDays(20), "open");
    duty(joint, "Émeraude", TODAY.plusDays(5), "open");
    duty(joint, "zeta", TODAY.minusDays(30), "met");
    planted.touch();
  }

  private static void flags() {
    label(duty(longSilent, "zeta", TODAY.minusDays(100), "open"), days(55), "");
    label(
        duty(silent, "zeta", TODAY.minusDays(90), "open"),
        days(45),
        ", contested_at = now(), contested_reason = 'The post lost it'");
    label(
        duty(joint, "zeta", TODAY.minusDays(80), "open"),
        days(35),
        ", contested_at = now(), contested_reason = 'It was there', decided_at = now(), decided_reason = 'Filed under another name', withdrawn = true");
  }

  private static Instant days(int ago) {
    return NOW.minus(ago, ChronoUnit.DAYS);
  }

  private static long duty(long commitment, String actor, LocalDate on, String state) {
    return planted.insert(
        """
        insert into review.duty (commitment, stakeholder, kind, due, state, opened_at, closed_at)
        values (?, ?, 'yearly', ?, ?, ?, ?)
        """,
        commitment,
        actor,
        Date.valueOf(on),
        state,
        Timestamp.from(days(500)),
        Timestamp.from(days(40)));
  }

  private static void label(long duty, Instant raised, String more) {
    long id =
        planted.insert(
            "insert into review.label (duty, raised_at) values (?, ?)",
            duty,
            Timestamp.from(raised));
    planted.run("update review.label set raised_at = raised_at" + more + " where id = ?", id);
  }

  @AfterAll
  static void close() {
    planted.close();
  }

  @Test
  void countsEachCommitmentInTheRowOfEachActorThatConfirmedIt() throws Exception {
    JsonNode rows = json("/en/boards/actors.json");
    assertThat(rows).hasSize(2);
    JsonNode first = rows.get(0);
    assertThat(first.get("code").asString())
        .as("É before z, as readers sort")
        .isEqualTo("Émeraude");
    assertThat(first.get("all").asInt()).isEqualTo(2);
    assertThat(first.get("done").asInt()).isEqualTo(1);
    assertThat(first.get("withdrawn").asInt()).isEqualTo(1);
    assertThat(first.get("no-report").asInt()).isZero();
    JsonNode second = rows.get(1);
    assertThat(second.get("all").asInt()).isEqualTo(4);
    assertThat(second.get("no-report").asInt()).isEqualTo(2);
    assertThat(second.get("stalled").asInt()).isEqualTo(1);
    assertThat(second.get("reports_overdue").asInt()).isEqualTo(1);
  }

  @Test
  void tellsHowLongTheLongestSilenceHasLastedFromTheLastReport() throws Exception {
    JsonNode zeta = json("/en/boards/actors.json").get(1);
    assertThat(Instant.parse(zeta.get("silent_since").asString())).isEqualTo(days(200));
    assertThat(planted.read("/en/boards/actors")).contains("200 days");
    assertThat(planted.read("/en/boards/dimensions")).contains("10 days");
  }

  @Test
  void givesSharesOfAllCommitmentsOfTheRowBesideTheNumber() throws Exception {
    assertThat(planted.read("/en/boards/actors").replaceAll("\\s+", " "))
        .contains(
            ">2</a> <span class=\"small\">50%</span>", ">1</a> <span class=\"small\">25%</span>");
    assertThat(planted.read("/en/boards")).contains("40% of 5");
  }

  @Test
  void showsACodeThatNoCommitmentNamesAsAGap() throws Exception {
    JsonNode rows = json("/en/boards/objectives.json");
    assertThat(rows).hasSize(23);
    assertThat(rows.get(2).get("all").asInt()).isEqualTo(2);
    assertThat(rows.get(3).get("all").asInt()).isZero();
    assertThat(planted.read("/en/boards/objectives")).contains("no commitment names it");
  }

  @Test
  void everyNumberOfTheBoardIsTheLengthOfTheListBehindIt() throws Exception {
    for (By by : By.values()) {
      for (JsonNode row : json("/en/boards/" + by.tag() + ".json")) {
        String code =
            java.net.URLEncoder.encode(
                row.get("code").asString(), java.nio.charset.StandardCharsets.UTF_8);
        String list = "/en/boards/list.json?by=" + by.tag() + "&code=" + code;
        assertThat(json(list)).hasSize(row.get("all").asInt());
        assertThat(json(list + "&overdue=yes")).hasSize(row.get("reports_overdue").asInt());
        if (row.get("all").asInt() > 0) {
          for (Standing standing : Standing.values()) {
            assertThat(json(list + "&standing=" + standing.tag()))
                .as(list + standing)
                .hasSize(row.get(standing.tag()).asInt());
          }
        }
      }
    }
    assertThat(planted.read("/en/boards/list?by=actors&code=zeta&standing=no-report"))
        .contains("CM-" + silent, "CM-" + longSilent, "2 commitments")
        .doesNotContain("CM-" + joint);
  }

  @Test
  void changesWhenACommitmentComesToStandOtherwise() throws Exception {
    long it = planted.commitment("zeta", "Count again", Standing.PLANNED, days(2));
    planted.touch();
    assertThat(json("/en/boards.json").get(0).get("planned").asInt()).isEqualTo(1);
    planted.run("delete from review.standing where commitment = ?", it);
    planted.run("delete from commitment.actor where commitment = ?", it);
    planted.run("delete from commitment.commitment where id = ?", it);
    planted.touch();
    assertThat(json("/en/boards.json").get(0).get("planned").asInt()).isZero();
  }

  @Test
  void standsAboveTheListOfCommitments() throws Exception {
    assertThat(planted.read("/en/commitments"))
        .contains(
            "/en/boards/list?standing=no-report", "Of 5 public commitments.", "/en/scorecard");
  }

  @Test
  void listsOverdueReportsNewestFirstWithWhatBecameOfEach() throws Exception {
    JsonNode flags = json("/en/overdue.json");
    assertThat(flags.valueStream().map(it -> it.get("state").asString()))
        .containsExactly("withdrawn", "contested", "stands");
    assertThat(flags.valueStream().map(it -> it.get("commitment").asString()))
        .containsExactly("CM-" + joint, "CM-" + silent, "CM-" + longSilent);
    assertThat(planted.read("/en/overdue"))
        .contains("The post lost it", "Filed under another name", "withdrawn: it was wrong");
    assertThat(json("/en/overdue.json?state=contested")).hasSize(1);
    assertThat(json("/en/overdue.json?actor=Faro")).isEmpty();
  }

  @Test
  void givesFeedsThatAreAtom() throws Exception {
    Document overdue = xml("/en/overdue.atom");
    assertThat(overdue.getDocumentElement().getNamespaceURI())
        .isEqualTo("http://www.w3.org/2005/Atom");
    assertThat(overdue.getElementsByTagName("entry").getLength()).isEqualTo(3);
    Document board = xml("/fr/boards/actors.atom");
    assertThat(board.getElementsByTagName("entry").getLength()).isEqualTo(2);
    assertThat(board.getElementsByTagName("updated").item(1).getTextContent())
        .as("the row in which something changed last")
        .isEqualTo(days(1).toString());
    assertThat(planted.server().fetch("/en/overdue.atom").headers().firstValue("Content-Type"))
        .contains("application/atom+xml;charset=UTF-8");
  }

  @Test
  void listsReportsThatFallDueTheNextOneFirstWithoutThoseFlagged() throws Exception {
    JsonNode rows = json("/en/due.json");
    assertThat(rows.valueStream().map(it -> it.get("actor").asString()))
        .as("the flag of the first was withdrawn, so its duty is open again")
        .containsExactly("zeta", "Émeraude", "zeta");
    assertThat(planted.read("/en/due?actor=zeta")).contains("/en/actors/zeta/due.ics");
  }

  @Test
  void givesTheDueDatesOfAnActorAsACalendarOfWholeDays() throws Exception {
    HttpResponse<String> answer = planted.server().fetch("/en/actors/zeta/due.ics");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
    var calendar = new CalendarBuilder().build(new StringReader(answer.body()));
    assertThat(calendar.validate().getEntries()).isEmpty();
    List<VEvent> events = calendar.getComponents("VEVENT");
    assertThat(events).hasSize(2);
    VEvent next = events.getLast();
    assertThat(next.getUid().orElseThrow().getValue()).startsWith("DU-" + due + "@");
    assertThat(next.getDateTimeStart().getDate()).isEqualTo(TODAY.plusDays(20));
    assertThat(next.getSummary().getValue())
        .isEqualTo("Report due on CM-" + silent + ": Open two clinics");
    assertThat(planted.server().fetch("/en/actors/%C3%89meraude/due.ics").statusCode())
        .isEqualTo(200);
  }

  @Test
  void saysWhatIsNotThere() throws Exception {
    assertThat(planted.server().fetch("/en/boards/scores").statusCode()).isEqualTo(404);
    assertThat(planted.server().fetch("/en/actors/Faro/due.ics").statusCode())
        .as("who was only asked has promised nothing")
        .isEqualTo(404);
    assertThat(planted.server().fetch("/en/boards/list?standing=perfect").statusCode())
        .isEqualTo(422);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyPageIsThereInEveryLanguage(Language language) throws Exception {
    for (String path :
        List.of(
            "/boards",
            "/boards/actors",
            "/boards/dimensions",
            "/boards/objectives",
            "/boards/themes",
            "/boards/list",
            "/overdue",
            "/due")) {
      HttpResponse<String> page = planted.server().fetch("/" + language.tag() + path);
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(page.body()).as(path).containsOnlyOnce("<h1").doesNotContain("{", "review.board");
    }
  }

  private static JsonNode json(String path) throws Exception {
    HttpResponse<String> answer = planted.server().fetch(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private static Document xml(String path) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(planted.read(path))));
  }
}

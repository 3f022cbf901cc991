package vallarta.compact.review.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vallarta.compact.language.Language;
import vallarta.compact.review.Planted;
import vallarta.compact.review.Standing;

/// The scorecard over rows whose figures are worked out by hand: five commitments of one State, one
/// of them withdrawn.
class ScorecardIT {

  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

  @TempDir private static Path data;

  private static Planted planted;

  /// Clinics: linked, measured and on track, reported promptly with a table as evidence, assessed.
  private static long clinics;

  /// Nurses: nearly the text of another one, measured and behind, a late report.
  private static long nurses;

  /// Nurses again: the same in other words, another value for the same indicator and date.
  private static long again;

  private static long silent;
  private static long withdrawn;

  @BeforeAll
  static void plant() {
    planted = new Planted(data);
    planted.actors("zeta", "eta");
    clinics =
        planted.commitment("zeta", "Open ten clinics at the border", Standing.UNDER_WAY, days(90));
    String text =
        "We train forty more nurses every year in the four ports of the coast and in the hills behind them";
    nurses = planted.commitment("zeta", text + ".", Standing.STALLED, days(80));
    again = planted.commitment("zeta", text + "!", Standing.NO_REPORT, days(70));
    silent =
        planted.commitment(
            "zeta", "Waive the fee for papers of children", Standing.NO_REPORT, days(60));
    withdrawn = planted.commitment("zeta", text, Standing.WITHDRAWN, days(50));
    planted.run(
        "update commitment.commitment set sources = '{S-1,PT-2}', sdg = '{10.7}' where id = ?",
        clinics);
    planted.run("update commitment.commitment set sources = '{S-1}' where id = ?", nurses);
    planted.run(
        "update commitment.commitment set missing = '{baseline,unit}' where id in (?, ?)",
        silent,
        withdrawn);
    planted.run("update commitment.commitment set missing = '{means}' where id = ?", again);
    targets();
    duties();
    evidence();
    planted.run(
        """
        insert into review.parallel (commitment, owner, state, language, title, body, agrees, interest, changed_at)
        values (?, 'eta', 'published', 'en', 'What we saw', 'x', 'no', 'none', now()),
          (?, 'eta', 'draft', 'en', 'Not yet', 'x', 'no', 'none', now())
        """,
        nurses,
        silent);
    planted.touch();
  }

  private static void targets() {
    // From 0 a hundred days ago to 100 in a hundred days: 50 are expected today.
    long on = target(clinics, "clinics open", 0, TODAY.minusDays(100), 100, TODAY.plusDays(100));
    // From 80 down to 40: 60 are expected today, and fewer are better.
    long fewer = target(nurses, "posts vacant", 80, TODAY.minusDays(100), 40, TODAY.plusDays(100));
    target(nurses, "Nurses trained ", 0, TODAY, 40, TODAY.plusDays(365));
    target(again, "nurses trained", 0, TODAY, 50, TODAY.plusDays(365));
    long old = report(clinics, days(40), days(30));
    measured(old, on, 10, TODAY.minusDays(40));
    measured(report(clinics, days(20), days(2)), on, 52, TODAY);
    measured(report(nurses, days(60), days(5)), fewer, 61, TODAY);
  }

  private static void duties() {
    duty(clinics, TODAY.minusDays(1), "met", days(2));
    duty(nurses, TODAY.minusDays(10), "met", days(5));
    duty(again, TODAY.minusDays(5), "open", null);
    duty(silent, TODAY.plusDays(5), "open", null);
    duty(withdrawn, TODAY.minusDays(5), "ended", days(20));
  }

  private static void evidence() {
    evidence("RP-1", "https://example.org/clinics.csv?year=2026", TODAY.minusMonths(13));
    evidence("RP-2", "https://example.org/clinics", TODAY.minusMonths(11));
    evidence("RP-3", "https://example.org/nurses.pdf", TODAY.minusMonths(12));
    long review =
        planted.insert(
            "insert into review.review (name, language, year, seed, size, opened_at) values ('R', 'en', 2026, 1, 1, now())");
    planted.run(
        """
        insert into review.assessment (review, commitment, reviewer, state, asked_at)
        values (?, ?, 1, 'published', now()), (?, ?, 1, 'handed-in', now())
        """,
        review,
        clinics,
        review,
        nurses);
  }

  private static Instant days(int ago) {
    return NOW.minus(ago, ChronoUnit.DAYS);
  }

  private static long target(
      long of, String indicator, int baseline, LocalDate from, int value, LocalDate due) {
    return planted.insert(
        """
        insert into commitment.target (commitment, position, indicator, baseline, baseline_on, value, unit, due)
        values (?, 0, ?, ?, ?, ?, 'number', ?)
        """,
        of,
        indicator,
        baseline,
        Date.valueOf(from),
        value,
        Date.valueOf(due));
  }

  private static long report(long of, Instant validated, Instant published) {
    return planted.insert(
        """
        insert into review.report (commitment, stakeholder, state, progress, language, validated_at, published_at, changed_at)
        values (?, 'zeta', 'published', 'under-way', 'en', ?, ?, now())
        """,
        of,
        Timestamp.from(validated),
        Timestamp.from(published));
  }

  private static void measured(long report, long target, int value, LocalDate on) {
    planted.run(
        "insert into review.measured (report, target, value, on_date) values (?, ?, ?, ?)",
        report,
        target,
        value,
        Date.valueOf(on));
  }

  private static void duty(
      long of, LocalDate due, String state, @org.jspecify.annotations.Nullable Instant closed) {
    planted.run(
        """
        insert into review.duty (commitment, stakeholder, kind, due, state, opened_at, closed_at)
        values (?, 'zeta', 'yearly', ?, ?, now(), nullif(?, timestamptz '1970-01-01'))
        """,
        of,
        Date.valueOf(due),
        state,
        Timestamp.from(closed == null ? Instant.EPOCH : closed));
  }

  private static void evidence(String about, String url, LocalDate dated) {
    planted.run(
        """
        insert into review.evidence (about, kind, title, url, type, independence, dated, added_at)
        values (?, 'link', 'E', ?, 'statistics', 'own', ?, now())
        """,
        about,
        url,
        Date.valueOf(dated));
  }

  @AfterAll
  static void close() {
    planted.close();
  }

  @Test
  void countsEachMeasureOfAllCommitments() throws Exception {
    Map<String, String> figures = new TreeMap<>();
    for (JsonNode it : json("/en/scorecard.json")) {
      if (it.get("unit").asString().equals("commitments")) {
        figures.put(
            it.get("measure").asString() + " " + it.get("verdict").asString(),
            it.get("count").asInt() + "/" + it.get("all").asInt());
      }
    }
    assertThat(figures)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("linked yes", "1/5"),
                Map.entry("unrepeated yes", "3/5"),
                Map.entry("consistent yes", "1/5"),
                Map.entry("consistent no", "2/5"),
                Map.entry("consistent none", "2/5"),
                Map.entry("prompt yes", "1/5"),
                Map.entry("prompt no", "1/5"),
                Map.entry("prompt none", "3/5"),
                Map.entry("readable yes", "1/5"),
                Map.entry("assessed yes", "1/5"),
                Map.entry("silent yes", "2/5"),
                Map.entry("on-time yes", "1/5"),
                Map.entry("on-time no", "2/5"),
                Map.entry("on-time none", "2/5"),
                Map.entry("parallel yes", "1/5"),
                Map.entry("measurable yes", "3/5"),
                Map.entry("on-track on-track", "1/5"),
                Map.entry("on-track behind", "1/5"),
                Map.entry("on-track unmeasured", "3/5"),
                Map.entry("fresh yes", "1/5")));
  }

  @Test
  void tellsEveryFigureWithTheDateOfAll() throws Exception {
    assertThat(json("/en/scorecard.json").valueStream().map(it -> it.get("as_of").asString()))
        .containsOnly(TODAY.toString());
  }

  @Test
  void tellsWhatAVerdictRestsOn() throws Exception {
    assertThat(detail("on-track", clinics))
        .as("the newest value, what was expected, and when")
        .isEqualTo("RP-2: 52 / 50 (%s)".formatted(TODAY));
    assertThat(detail("on-track", nurses)).isEqualTo("RP-3: 61 / 60 (%s)".formatted(TODAY));
    assertThat(detail("unrepeated", again)).isEqualTo("CM-" + nurses);
    assertThat(detail("consistent", nurses)).contains("CM-" + nurses, "CM-" + again);
    assertThat(detail("linked", clinics)).isEqualTo("S-1 PT-2 10.7");
    assertThat(detail("measurable", silent)).isEqualTo("baseline unit");
    assertThat(detail("prompt", clinics)).isEqualTo("2 / 2");
    assertThat(detail("on-time", nurses)).isEqualTo("0 / 1");
  }

  @Test
  void aLinkThatSaysWhichFollowsWhichResolvesARepetition() throws Exception {
    planted.run(
        "insert into commitment.link (commitment, other, kind) values (?, ?, 'supersedes')",
        again,
        nurses);
    planted.touch();
    assertThat(json("/en/scorecard/unrepeated.json?verdict=no")).isEmpty();
    planted.run("delete from commitment.link");
    planted.touch();
    assertThat(json("/en/scorecard/unrepeated.json?verdict=no")).hasSize(2);
  }

  @Test
  void theRowsBehindAFigureAreAsManyAsItSays() throws Exception {
    for (JsonNode figure : json("/en/scorecard.json")) {
      JsonNode rows =
          json(
              "/en/scorecard/%s.json?verdict=%s"
                  .formatted(figure.get("measure").asString(), figure.get("verdict").asString()));
      long amount = rows.valueStream().mapToLong(it -> it.get("amount").asLong()).sum();
      assertThat(amount).as(figure.toString()).isEqualTo(figure.get("count").asLong());
    }
  }

  @Test
  void showsTheDefinitionTheQueryAndTheRowsOfAMeasure() throws Exception {
    String page = planted.read("/en/scorecard/silent?verdict=yes");
    assertThat(page)
        .contains(
            "2 of 5 commitments",
            "40%",
            "left join review.standing",
            "CM-" + silent,
            "State of zeta")
        .doesNotContain("CM-" + clinics);
    assertThat(planted.server().fetch("/en/scorecard/score").statusCode()).isEqualTo(404);
  }

  @Test
  void everyMeasureStandsUnderOneOfFivePrinciplesAndNoneSumsThemUp() throws Exception {
    JsonNode figures = json("/en/scorecard.json");
    assertThat(figures.valueStream().map(it -> it.get("principle").asString()).distinct())
        .containsExactly("coherence", "access", "oversight", "participation", "results");
    assertThat(figures.valueStream().map(it -> it.get("measure").asString()).distinct())
        .as("without a figure of their own are those who never had the floor")
        .hasSize(Measure.values().length - 1)
        .doesNotContain("floor");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyPageIsThereInEveryLanguage(Language language) throws Exception {
    String home = "/" + language.tag() + "/scorecard";
    page(home);
    for (Measure it : Measure.values()) {
      page(home + "/" + it.tag());
    }
  }

  private static void page(String path) throws Exception {
    HttpResponse<String> page = planted.server().fetch(path);
    assertThat(page.statusCode()).as(path).isEqualTo(200);
    String told = page.body().replaceAll("(?s)<pre.*?</pre>", "");
    assertThat(told).as(path).containsOnlyOnce("<h1").doesNotContain("{", "review.scorecard");
  }

  private static String detail(String measure, long commitment) throws Exception {
    return json("/en/scorecard/" + measure + ".json")
        .valueStream()
        .filter(it -> it.get("id").asString().equals("CM-" + commitment))
        .map(it -> it.get("detail").asString())
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode json(String path) throws Exception {
    HttpResponse<String> answer = planted.server().fetch(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }
}

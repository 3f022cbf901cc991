package vallarta.compact.review.subject;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.review.Promised;

/// The pages of an actor, a dimension and a theme gather what there is, and show what there is not.
class ActorPagesIT {

  private static RunningDemonstration site;
  private static String silent;
  private static String told;
  private static String report;
  private static String parallel;

  @BeforeAll
  static void promise() throws Exception {
    site = RunningDemonstration.apart();
    Promised promised = new Promised(site::bean);
    Visitor ombarra = Visitor.as(site, "ombarra@example.org");
    told =
        Promised.publish(
            ombarra,
            "XOB",
            "A school in each harbour",
            "dimension",
            "local",
            "theme",
            "education",
            "means-id",
            "",
            "means-direction",
            "offer",
            "means-kind",
            "capacity",
            "means-text",
            "Twelve teachers",
            "means-amount",
            "",
            "means-unit",
            "",
            "means-period",
            "",
            "means-region",
            "");
    silent =
        Promised.publish(
            ombarra, "XOB", "Lights at sea", "dimension", "local", "theme", "education");
    report = promised.report(told, "XOB", "Three schools are open");
    parallel = promised.parallel(told, "en-lantern-children", "Two of them are closed");
  }

  @Test
  void anActorShowsWhatItPromisedSilenceFirst() throws Exception {
    String page = site.fetch("/en/actors/XOB").body();
    assertThat(page)
        .containsSubsequence("Lights at sea", "A school in each harbour")
        .contains("No report since", "Under way since", "Twelve teachers", "What it offers")
        .contains(report, parallel, "/en/actors/XOB/due.ics", "Invented for the demonstration");
    assertThat(site.fetch("/en/actors/XOB?standing=under-way").body())
        .contains("A school in each harbour")
        .doesNotContain("Lights at sea");
    assertThat(site.fetch("/en/actors/XOB.csv").body())
        .contains(told + ",A school in each harbour,en,under-way")
        .contains(silent + ",Lights at sea,en,no-report");
  }

  @Test
  void everyActorIsListedByNameWithItsSilence() throws Exception {
    String page = site.fetch("/en/actors").body();
    assertThat(page).contains("/en/actors/XOB", "/en/commitments?actor=XOB");
    assertThat(site.fetch("/en/commitments").body())
        .contains("/en/actors\"", "/en/dimensions\"", "/en/themes\"", "/en/changes\"");
    JsonNode rows = JsonMapper.shared().readTree(site.fetch("/en/actors.json").body());
    JsonNode ombarra = null;
    for (JsonNode row : rows.isArray() ? rows : rows.iterator().next()) {
      if (row.get("actor").asString().equals("XOB")) {
        ombarra = row;
      }
    }
    assertThat(ombarra).isNotNull();
    long listed = site.fetch("/en/actors/XOB.csv").body().lines().count() - 1;
    assertThat(ombarra.get("commitments").asLong()).isEqualTo(listed);
    assertThat(ombarra.get("no-report").asLong()).isPositive();
  }

  @Test
  void theRegisterLeadsToWhatAParticipantPromised() throws Exception {
    String ref =
        site.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
            .sql("select 'P-' || number from participation.stakeholder where key = 'XOB'")
            .query(String.class)
            .single();
    assertThat(site.fetch("/en/participants/" + ref).body())
        .contains("/en/actors/XOB", "without a report");
  }

  @Test
  void aDimensionAndAThemeLeadFromWhatWasSaidToWhereItStands() throws Exception {
    for (String path : new String[] {"/dimensions/local", "/themes/education"}) {
      String page = site.fetch("/en" + path).body();
      assertThat(page)
          .as(path)
          .contains("class=\"thread across\"", "/en/statements?", "/en/commitments?")
          .contains("What is missing", "nobody promised anything");
    }
    String row =
        site.fetch("/en/dimensions/local.csv")
            .body()
            .lines()
            .filter(it -> it.startsWith("local,education,"))
            .findFirst()
            .orElseThrow();
    long statements =
        site.fetch("/en/statements.csv?dimension=local&theme=education").body().lines().count() - 1;
    assertThat(Long.parseLong(row.split(",")[2])).isEqualTo(statements);
    assertThat(Long.parseLong(row.split(",")[4])).isGreaterThanOrEqualTo(2);
    assertThat(site.fetch("/en/themes/education.csv").body()).contains(row);
    assertThat(site.fetch("/en/matrix/education/local").body())
        .contains("/en/themes/education", "/en/dimensions/local");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actors",
        "/actors/XOB",
        "/dimensions",
        "/dimensions/local",
        "/themes",
        "/themes/education",
        "/changes",
        "/thread/PT-1/whole"
      })
  void everyPageIsThereInEveryLanguageAndAsData(String path) throws Exception {
    for (String language : new String[] {"ar", "zh", "en", "fr", "ru", "es"}) {
      String page = site.fetch("/" + language + path).body();
      assertThat(page).contains("<html lang=\"" + language).containsOnlyOnce("<h1");
      assertThat(page).doesNotContain("review.", "{", "null");
    }
    assertThat(site.fetch("/en" + path + ".csv").statusCode()).isEqualTo(200);
    assertThat(site.fetch("/en" + path + ".json").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/actors/nobody", "/dimensions/none", "/themes/none", "/actors/nobody.csv"})
  void whatIsNotThereIsSaidToBeMissing(String path) throws Exception {
    assertThat(site.fetch("/en" + path, "Accept", "text/html").statusCode()).isEqualTo(404);
  }
}

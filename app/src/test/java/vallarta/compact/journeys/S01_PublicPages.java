package vallarta.compact.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.language.Language;

/// Anybody reads the demonstration, in six languages, as pages and as data.
class S01_PublicPages {

  private static final String DATA_PAGES =
      "/consultations /consultations/F-RM-1 /submissions /submissions/SU-5 /inputs /inputs/I-3 /statements /statements/S-203 /matrix"
          + " /matrix/children/human /groups /groups/G-203 /campaigns /campaigns/G-203 /parallel-reports /parallel-reports/PL-1 /replies /reviews"
          + " /coverage /search?q=children /index";

  private static RunningDemonstration site;

  @BeforeAll
  static void start() throws Exception {
    site = RunningDemonstration.get();
  }

  static Stream<String> dataPages() {
    return Stream.of(DATA_PAGES.split(" "));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyPageIsThereInEveryLanguage(Language language) throws Exception {
    List<String> pages =
        Stream.concat(dataPages(), Stream.of("/about", "/import"))
            .map(it -> it.equals("/index") ? "" : it)
            .toList();
    for (String path : pages) {
      HttpResponse<String> page = site.fetch("/" + language.tag() + path);
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(page.body())
          .as(path)
          .contains("<html lang=\"" + language.tag() + "\" dir=\"" + language.direction() + "\">")
          .containsOnlyOnce("<h1")
          .doesNotContain("{", "consultation.", "stocktaking.", "null");
    }
  }

  @ParameterizedTest
  @MethodSource("dataPages")
  void everyPageOfDataGivesCsvAndJsonAtItsOwnAddress(String path) throws Exception {
    HttpResponse<String> csv = site.fetch("/en" + ending(path, ".csv"));
    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
    HttpResponse<String> json = site.fetch("/en" + ending(path, ".json"));
    assertThat(json.statusCode()).isEqualTo(200);
    JsonNode rows = JsonMapper.shared().readTree(json.body());
    int lines = (int) csv.body().lines().count();
    assertThat(rows.isArray() ? rows : rows.iterator().next())
        .as("as many rows as the CSV has")
        .hasSizeLessThan(lines);
    assertThat(csv.body().lines().findFirst().orElseThrow())
        .as("the columns are words, not sentences")
        .matches("\uFEFF?[a-z0-9_,-]+");
  }

  @ParameterizedTest
  @MethodSource("dataPages")
  void aPageThatHasNotChangedIsNotSentAgain(String path) throws Exception {
    for (String address :
        List.of("/ru" + path.replace("/index", ""), "/ru" + ending(path, ".csv"))) {
      String tag = site.fetch(address).headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> again = site.fetch(address, "If-None-Match", tag);
      assertThat(again.statusCode()).as(address).isEqualTo(304);
      assertThat(again.body()).isEmpty();
    }
  }

  @Test
  void theNumberOfTheMatrixIsTheNumberBehindIt() throws Exception {
    JsonNode matrix = JsonMapper.shared().readTree(site.fetch("/en/matrix.json").body());
    JsonNode cell = null;
    for (JsonNode row : matrix.isArray() ? matrix : matrix.iterator().next()) {
      if (row.get("theme").asString().equals("children")
          && row.get("dimension").asString().equals("human")) {
        cell = row;
      }
    }
    assertThat(cell).isNotNull();
    long statements =
        site.fetch("/en/statements.csv?theme=children&dimension=human").body().lines().count() - 1;
    long groups = site.fetch("/en/matrix/children/human.csv").body().lines().count() - 1;
    assertThat(cell.get("statements").asLong()).isEqualTo(statements).isPositive();
    assertThat(cell.get("groups").asLong()).isEqualTo(groups);
  }

  @Test
  void aStatementThatIsNotThereIsSaidToBeMissing() throws Exception {
    HttpResponse<String> page = site.fetch("/en/statements/S-999999", "Accept", "text/html");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("<h1");
    HttpResponse<String> problem =
        site.fetch("/en/statements/S-999999.json", "Accept", "application/json");
    assertThat(problem.statusCode()).isEqualTo(404);
    assertThat(problem.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    JsonNode body = JsonMapper.shared().readTree(problem.body());
    assertThat(body.get("status").asInt()).isEqualTo(404);
    assertThat(body.get("title").asString()).isNotEmpty();
  }

  @Test
  void theDescriptionOfTheInterfaceNamesAddressesThatAnswer() throws Exception {
    JsonNode api = JsonMapper.shared().readTree(site.fetch("/api/openapi.json").body());
    assertThat(api.get("openapi").asString()).startsWith("3.1");
    assertThat(api.get("paths").propertyNames()).hasSizeGreaterThan(20);
    for (String path : api.get("paths").propertyNames()) {
      String address =
          path.replace("{language}", "en")
              .replace("{theme}", "children")
              .replace("{dimension}", "human")
              .replace("{ref}", ref(path))
              .replace("{key}", "XFL")
              .replace("{stakeholder}", "XFL")
              .replace("{index}", "100")
              .replace("{measure}", "silent")
              .replace("{by}", "actors")
              .replace(
                  "{id}",
                  path.contains("/inputs") ? "I-3" : path.contains("/groups") ? "G-203" : "S-203");
      // Data of persons answers to the secretariat alone.
      int expected = path.contains("/registrations") ? 401 : 200;
      assertThat(site.fetch(address).statusCode()).as(address).isEqualTo(expected);
    }
  }

  /// A reference of the kind of thing that a path is about.
  private static String ref(String path) {
    Map<String, String> shown =
        Map.ofEntries(
            Map.entry("/campaigns", "G-203"),
            Map.entry("/meetings", "M-1"),
            Map.entry("/sessions", "SE-16"),
            Map.entry("/participants", "P-1"),
            Map.entry("/practices", "PR-1"),
            Map.entry("/submissions", "SU-2"),
            Map.entry("/points", "PT-1"),
            Map.entry("/outcomes", "PC-1"),
            Map.entry("/commitments", "CM-1"),
            Map.entry("/parallel-reports", "PL-1"),
            Map.entry("/reviews", "RV-1"),
            Map.entry("/reports", "RP-1"),
            Map.entry("/labels", "OL-1"),
            Map.entry("/needs", "MN-1"),
            Map.entry("/offers", "MN-4"),
            Map.entry("/matches", "MT-1"),
            Map.entry("/thread", "PT-1"));
    return shown.entrySet().stream()
        .filter(it -> path.startsWith(it.getKey(), "/{language}".length()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("F-RM-1");
  }

  @Test
  void everyAnswerForbidsWhatPagesDoNotNeed() throws Exception {
    var headers = site.fetch("/en").headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'")
        .doesNotContain("unsafe-inline", "unsafe-eval");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).isPresent();
  }

  @Test
  void theProbesAnswer() throws Exception {
    assertThat(site.fetch("/livez").statusCode()).isEqualTo(200);
    assertThat(site.fetch("/readyz").statusCode()).isEqualTo(200);
  }

  @Test
  void searchFindsOtherFormsOfAWordAndMarksThem() throws Exception {
    assertThat(site.fetch("/en/search?q=detentions").body()).contains("<mark>detention</mark>");
    assertThat(site.fetch("/en/search?q=%22immigration+detention%22").body())
        .contains("<mark>immigration detention</mark>");
    assertThat(site.fetch("/en/search.csv?q=kind:ask+AND+theme:children").body().lines().count())
        .isGreaterThan(5);
    assertThat(site.fetch("/fr/search.csv?q=%C3%A9l%C3%A8ves").statusCode()).isEqualTo(200);
  }

  private static String ending(String path, String ending) {
    int query = path.indexOf('?');
    return query < 0 ? path + ending : path.substring(0, query) + ending + path.substring(query);
  }
}

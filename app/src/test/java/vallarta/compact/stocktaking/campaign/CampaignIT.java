package vallarta.compact.stocktaking.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.Progress;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.consultation.ImportMode;
import vallarta.compact.consultation.Imports;
import vallarta.compact.consultation.InputDeclaration;
import vallarta.compact.language.Language;

/// Campaigns are shown beside the voices, persons split and join groups for good, and a reference
/// never leads nowhere.
class CampaignIT {

  /// Forty words, none of which tells texts apart.
  private static final String WORDS =
      "harbours open early so that %s families meet teachers who know local roads and patient nurses "
          + "who speak several tongues while %s boats bring warm bread fresh water dry clothes school books "
          + "clean blankets small lamps garden tools letters news music laughter";

  @TempDir static Path folder;

  private static RunningDemonstration site;
  private static Visitor secretariat;
  private static int imports;

  @BeforeAll
  static void signIn() throws Exception {
    site = RunningDemonstration.get();
    secretariat = Visitor.as(site, "secretariat@example.org");
  }

  @Test
  void showsTheCommonTextWithItsVolumeByDayAndWhatSomeAddOfTheirOwn() throws Exception {
    String ref = demonstrated();
    String line = line("/en/campaigns.csv", ref + ",");
    assertThat(line)
        .as("eleven letters; three known voices, and all others together one; four add words")
        .startsWith(ref + ",11,11,4,4,2017-11-03,2017-11-08,Lantern Children’s Network,");
    assertThat(site.fetch("/en/campaigns/%s/days.csv".formatted(ref)).body().lines().skip(1))
        .containsExactly(
            "2017-11-03,2",
            "2017-11-04,4",
            "2017-11-05,2",
            "2017-11-06,1",
            "2017-11-07,0",
            "2017-11-08,2");
    assertThat(site.fetch("/en/campaigns/%s/additions.csv".formatted(ref)).body())
        .contains("as my own sister had in the end", "turned away my two nieces")
        .contains("the old pilots’ house to families", "the boy next door");
    String page = site.fetch("/en/campaigns/" + ref).body();
    assertThat(page)
        .contains("<ins>", "<del>", "<svg class=\"meter\"", "at least 5 inputs", "Invented")
        .contains("A closed home is detention under another name", "RG-1", "CO-1")
        .doesNotContain("name=\"statement\"", "Ilse Marlow");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void areThereInEveryLanguageWithTheirData(Language language) throws Exception {
    for (String path : List.of("/campaigns", "/campaigns/" + demonstrated())) {
      String address = "/" + language.tag() + path;
      HttpResponse<String> page = site.fetch(address);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).containsOnlyOnce("<h1").doesNotContain("{", "stocktaking.", "null");
      assertThat(site.fetch(address + ".csv").statusCode()).isEqualTo(200);
      assertThat(site.fetch(address + ".json").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void letsNobodyButTheSecretariatDecide() throws Exception {
    String path = "/en/campaigns/" + demonstrated();
    Visitor rapporteur = Visitor.as(site, "rapporteur@example.org");
    for (String act :
        List.of(path + "/split", path + "/join", path + "/origin", "/en/regroupings/RG-1/undo")) {
      assertThat(Visitor.of(site).send(act, "reason", "x").statusCode()).as(act).isEqualTo(401);
      assertThat(rapporteur.send(act, "reason", "x").statusCode()).as(act).isEqualTo(403);
    }
    assertThat(secretariat.read(path).body()).contains("name=\"statement\"");
  }

  @Test
  void refusesWhatCannotBeDecidedAndChangesNothing() throws Exception {
    String ref = demonstrated();
    String path = "/en/campaigns/" + ref;
    String before = site.fetch(path + "/history.csv").body();
    String first = "S-" + ref.substring(2);
    refused(path + "/split", 422, "STOC-060", "statement", first, "reason", " ");
    refused(path + "/split", 422, "STOC-061", "reason", "Other");
    refused(path + "/split", 422, "STOC-062", "statement", "S-1", "reason", "Other");
    refused(path + "/split", 422, "STOC-062", "statement", "one", "reason", "Other");
    String[] all =
        site.fetch(path + ".csv")
            .body()
            .lines()
            .skip(1)
            .map(it -> it.split(",")[0])
            .toArray(String[]::new);
    refused(
        path + "/split", 422, "STOC-063", "statement", String.join(",", all), "reason", "Other");
    refused(path + "/join", 422, "STOC-064", "group", ref, "reason", "The same");
    refused(path + "/join", 422, "STOC-069", "group", "G-99999999", "reason", "The same");
    refused(path + "/join", 422, "STOC-060", "group", "G-1", "reason", "");
    refused("/en/regroupings/RG-99999999/undo", 404, "STOC-065", "reason", "Wrong");
    refused("/en/regroupings/RG-1/undo", 422, "STOC-060", "reason", "");
    refused(path + "/origin", 422, "STOC-067", "origin", "Somebody");
    refused("/en/campaigns/G-1/origin", 422, "STOC-068", "source", "A page");
    refused("/en/campaigns/G-99999999/split", 404, "STOC-003", "reason", "x");
    assertThat(site.fetch(path + "/history.csv").body()).isEqualTo(before);
  }

  @Test
  void keepsADecisionOverEveryImportUntilItIsTakenBack() throws Exception {
    String open = WORDS.formatted("young", "wooden");
    String other = WORDS.formatted("young", "armoured");
    receive(open, open, open, open, open, other);
    String ref = groupOf(open);
    assertThat(groupOf(other)).isEqualTo(ref);
    String statement = statement(other);
    assertThat(
            secretariat
                .send(
                    "/en/campaigns/%s/split".formatted(ref),
                    "statement",
                    statement,
                    "reason",
                    "Armoured boats are another matter")
                .statusCode())
        .isEqualTo(302);
    String split = "G-" + statement.substring(2);
    receive(other, open);
    assertThat(groups(other)).containsExactly(split, split);
    assertThat(groups(open)).containsOnly(ref).hasSize(6);
    assertThat(site.fetch("/en/groups/" + split).body()).contains("split off from", ref);
    String page = site.fetch("/en/campaigns/" + ref).body();
    assertThat(page).contains("Armoured boats are another matter", "split off into", split);
    String decision = page.replaceFirst("(?s).*<li id=\"(RG-\\d+)\".*", "$1");
    assertThat(site.fetch("/en/record/objects/" + decision).body())
        .contains("group of statements decided", "Armoured boats are another matter");

    assertThat(
            secretariat
                .send(
                    "/en/regroupings/%s/undo".formatted(decision),
                    "reason",
                    "The boats are the same")
                .statusCode())
        .isEqualTo(302);
    assertThat(groups(other)).containsOnly(ref);
    assertThat(site.fetch("/en/campaigns/" + ref).body())
        .contains("Armoured boats are another matter", "The boats are the same");
    assertThat(site.fetch("/en/groups/" + split).body())
        .contains("No group stands under this reference", ref, "merged");
    refused("/en/regroupings/%s/undo".formatted(decision), 409, "STOC-066", "reason", "Again");
  }

  @Test
  void joinsTwoGroupsUnderTheSmallerReference() throws Exception {
    String one = "Night trains should carry whole choirs to mountain villages every spring.";
    String other = "Choirs ought to reach upland hamlets by rail after dark once a year.";
    receive(one, other);
    String smaller = groupOf(one);
    String larger = groupOf(other);
    assertThat(larger).isNotEqualTo(smaller);
    HttpResponse<String> joined =
        secretariat.send(
            "/en/campaigns/%s/join".formatted(larger),
            "group",
            smaller,
            "reason",
            "The same in other words");
    assertThat(joined.headers().firstValue("Location").orElse(""))
        .contains("/en/campaigns/%s#RG-".formatted(smaller));
    receive("Night trains should carry whole choirs to mountain villages every spring!");
    assertThat(groupOf(other)).isEqualTo(smaller);
    assertThat(site.fetch("/en/groups/%s.csv".formatted(larger)).body()).contains(one, other);
    HttpResponse<String> gone = site.fetch("/en/campaigns/" + larger);
    assertThat(gone.statusCode()).isEqualTo(302);
    assertThat(site.fetch("/en/campaigns/" + smaller).body())
        .contains("The same in other words", "merged into it from", "no campaign");
  }

  @Test
  void keepsAsAnEventThatNewTextsMergeTwoGroups() throws Exception {
    String one = WORDS.formatted("quiet", "painted");
    String far = WORDS.formatted("cheerful", "borrowed");
    receive(one, far);
    String first = groupOf(one);
    String second = groupOf(far);
    assertThat(second).isNotEqualTo(first);
    receive(WORDS.formatted("cheerful", "painted"));
    assertThat(groupOf(far)).isEqualTo(first);
    String became = site.fetch("/en/groups/" + second).body();
    assertThat(became).contains("No group stands under this reference", "through new texts", first);
    assertThat(site.fetch("/en/campaigns/%s/history.csv".formatted(second)).body())
        .contains("merged-into,%s,%s,1".formatted(second, first));
  }

  @Test
  void notesWhoIsBehindACampaignWithItsHistory() throws Exception {
    String text = "Ferry pilots should teach rowing to newcomers before the autumn storms begin.";
    receive(text, text);
    String ref = groupOf(text);
    String path = "/en/campaigns/" + ref;
    secretariat.send(path + "/origin", "origin", "Rowers of the Bay", "source", "Their leaflet");
    assertThat(site.fetch(path).body()).contains("Rowers of the Bay", "Their leaflet");
    secretariat.send(path + "/origin", "origin", "", "source", "They say it is not theirs");
    assertThat(site.fetch(path).body())
        .contains("Nobody has declared", "Rowers of the Bay", "They say it is not theirs");
    assertThat(site.fetch(path + "/history.csv").body()).contains("origin-taken-back");
  }

  private static void refused(String path, int status, String code, String... fields)
      throws Exception {
    HttpResponse<String> answer = secretariat.send(path, fields);
    assertThat(answer.statusCode()).as(path + " " + code).isEqualTo(status);
    assertThat(answer.body()).contains(code);
  }

  /// The campaign of the demonstration.
  private static String demonstrated() {
    return site.bean(JdbcClient.class)
        .sql(
            """
            select 'G-' || m.group_number from stocktaking.membership m
            join consultation.statement s on s.number = m.statement
            where s.text like 'We call on all States to end the detention of children%' limit 1
            """)
        .query(String.class)
        .single();
  }

  private static void receive(String... texts) throws IOException {
    Path table = folder.resolve("wave-" + imports++ + ".csv");
    Files.writeString(
        table, "text,language,kind\n\"" + String.join("\",en,ask\n\"", texts) + "\",en,ask\n");
    assertThat(
            site.bean(Imports.class)
                .statements(
                    List.of(table),
                    InputDeclaration.of(Language.EN, Map.of()),
                    ImportMode.ALL_OR_NOTHING,
                    Progress.SILENT)
                .problems())
        .isEmpty();
  }

  private static String groupOf(String text) {
    return groups(text).getFirst();
  }

  private static List<String> groups(String text) {
    return site.bean(JdbcClient.class)
        .sql(
            """
            select 'G-' || m.group_number from stocktaking.membership m
            join consultation.statement s on s.number = m.statement
            where s.text = :text order by s.number
            """)
        .param("text", text)
        .query(String.class)
        .list();
  }

  private static String statement(String text) {
    return site.bean(JdbcClient.class)
        .sql("select 'S-' || min(number) from consultation.statement where text = :text")
        .param("text", text)
        .query(String.class)
        .single();
  }

  private static String line(String path, String start) throws Exception {
    return site.fetch(path)
        .body()
        .lines()
        .filter(it -> it.startsWith(start))
        .findFirst()
        .orElseThrow();
  }
}

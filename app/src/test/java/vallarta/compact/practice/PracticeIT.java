package vallarta.compact.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.record.PublicRecord;

/// A stakeholder writes its practices and nobody else's, the secretariat publishes them, and
/// everybody finds them by words and by what they are about.
class PracticeIT {

  private static RunningDemonstration site;
  private static Visitor contributor;
  private static Visitor stranger;
  private static Visitor secretariat;

  @BeforeAll
  static void signIn() throws Exception {
    site = RunningDemonstration.get();
    contributor = Visitor.as(site, "contributor@example.org");
    stranger = Visitor.as(site, "delegate@example.org");
    secretariat = Visitor.as(site, "secretariat@example.org");
  }

  @Test
  void keepsADraftFromEverybodyButItsOwnerAndTheSecretariat() throws Exception {
    String path = write("Night schools on the quay");
    assertThat(site.fetch(path).statusCode()).isEqualTo(404);
    assertThat(site.fetch(path + ".csv").statusCode()).isEqualTo(404);
    assertThat(stranger.read(path).statusCode()).isEqualTo(404);
    assertThat(contributor.read(path).body()).contains("Night schools on the quay", path + "/edit");
    assertThat(secretariat.read(path).body()).contains(path + "/publish");
    assertThat(secretariat.read("/en/practices/drafts").body()).contains("Night schools");
    assertThat(stranger.read("/en/practices/drafts").body()).doesNotContain("Night schools");
    assertThat(site.fetch("/en/practices?q=quay").body()).doesNotContain("Night schools");
  }

  @Test
  void letsNobodyWriteOrEditForAnotherStakeholder() throws Exception {
    String path = write("Owned by the network");
    assertThat(stranger.read(path + "/edit").statusCode()).isEqualTo(404);
    assertThat(stranger.send(path + "/edit", fields("seen", "1")).statusCode()).isEqualTo(404);
    assertThat(stranger.read("/en/practices/PR-5/edit").statusCode())
        .as("of one that everybody knows")
        .isEqualTo(403);
    assertThat(stranger.send("/en/practices/new", fields()).statusCode()).isEqualTo(403);
    assertThat(contributor.send(path + "/publish", "seen", "1").statusCode()).isEqualTo(403);
    assertThat(contributor.send(path + "/edit", fields("seen", "1", "title", "Ours")).statusCode())
        .isEqualTo(302);
    HttpResponse<String> late =
        contributor.send(path + "/edit", fields("seen", "1", "title", "Too late"));
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(late.body()).contains("PRAC-002");
    assertThat(contributor.read(path).body()).contains("Ours").doesNotContain("Too late");
  }

  @Test
  void publishesADraftIntoTheLibraryAndTheRecordAndWithdrawsItWithAReason() throws Exception {
    String path = write("Lighthouse evenings");
    String ref = path.substring(path.lastIndexOf('/') + 1);
    assertThat(secretariat.send(path + "/publish", "seen", "7").statusCode()).isEqualTo(412);
    assertThat(secretariat.send(path + "/publish", "seen", "1").statusCode()).isEqualTo(302);
    assertThat(site.fetch("/en/practices?q=lighthouse").body()).contains(ref);
    assertThat(site.fetch("/en/search?q=lighthouse").body()).contains("/en/practices/" + ref);
    assertThat(contributor.read(path + "/edit").statusCode()).isEqualTo(409);
    assertThat(facts(ref))
        .containsEntry("title", "Lighthouse evenings")
        .containsEntry("themes", "education")
        .doesNotContainKey("speaker")
        .doesNotContainValue("Nora Example");
    assertThat(secretariat.send(path + "/withdraw", "seen", "2", "reason", " ").statusCode())
        .isEqualTo(422);
    assertThat(
            secretariat
                .send(path + "/withdraw", "seen", "2", "reason", "It has ended")
                .statusCode())
        .isEqualTo(302);
    assertThat(site.fetch(path).body()).contains("It has ended").doesNotContain("Nora Example");
    assertThat(site.fetch("/en/practices?q=lighthouse").body()).doesNotContain(">" + ref + "<");
    assertThat(facts(ref)).containsEntry("withdrawn_reason", "It has ended");
  }

  @Test
  void findsPracticesByWordsInTheirOwnLanguage() throws Exception {
    assertThat(refs("q", "library clinic")).containsExactly("PR-5");
    // The stem of the word for banks, which the text has in the plural with its article.
    assertThat(refs("q", "مصارف")).containsExactly("PR-3");
    assertThat(refs("q", "合同")).containsExactly("PR-4");
    assertThat(refs("q", "cementerio")).containsExactly("PR-6");
    assertThat(refs("q", "вопрос библиотека")).containsExactly("PR-9");
  }

  @Test
  void narrowsTheLibraryByWhatPracticesAreAbout() throws Exception {
    assertThat(refs("topic", "perceptions-and-narrative")).containsExactly("PR-9", "PR-8");
    assertThat(refs("dimension", "global")).containsExactly("PR-10");
    assertThat(refs("theme", "missing-migrants")).containsExactly("PR-6");
    assertThat(refs("type", "local-authority")).containsExactly("PR-5");
    assertThat(refs("topic", "work-and-skills", "dimension", "global")).isEmpty();
    assertThat(site.fetch("/en/practices.json?theme=rural").body())
        .contains("PR-8", "\"fictional\"");
  }

  @Test
  void namesASpeakerOnlyWithConsent() throws Exception {
    assertThat(site.fetch("/en/practices/PR-2").body()).contains("Inés Robledo");
    assertThat(site.fetch("/en/practices/PR-6").body()).doesNotContain("Consuelo Arriaga");
    assertThat(site.fetch("/en/practices/PR-6.csv").body()).doesNotContain("Consuelo Arriaga");
    assertThat(site.fetch("/en/lab").body())
        .contains("Inés Robledo")
        .doesNotContain("Consuelo Arriaga");
  }

  @Test
  void listsTheTalksOfTheLabWithTheirTimesAndOnThePagesOfTheirSessions() throws Exception {
    String session =
        site.bean(Talks.class).list().stream()
            .filter(it -> it.title().equals("Exercise lab: migration and identity"))
            .map(Session::ref)
            .findFirst()
            .orElseThrow();
    assertThat(site.fetch("/en/lab").body()).contains("/en/sessions/" + session, "10:00", "PR-7");
    assertThat(site.fetch("/en/sessions/" + session).body())
        .contains("/en/practices/PR-7", "/en/practices/PR-6")
        .doesNotContain("/en/practices/PR-5");
  }

  @Test
  void leadsFromAStatementToThePracticeThatAnswersIt() throws Exception {
    String row = site.fetch("/en/practices/PR-5.json").body();
    String statement = row.replaceFirst("(?s).*\"statements\"\\s*:\\s*\"(S-\\d+)\".*", "$1");
    assertThat(statement).matches("S-\\d+");
    assertThat(site.fetch("/en/statements/" + statement).body()).contains("/en/practices/PR-5");
  }

  @Test
  void saysWhatIsWrongInAFormAndKeepsWhatWasEntered() throws Exception {
    HttpResponse<String> answer =
        contributor.send(
            "/en/practices/new",
            fields(
                "title", "Kept title",
                "objective", "",
                "topic", "weather",
                "contact", "nora@example.org",
                "session", "SE-1",
                "statements", "S-999999999 nonsense",
                "theme", "no-such-theme",
                "language", "tlh"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "value=\"Kept title\"",
            "href=\"#objective\"",
            "href=\"#topic\"",
            "href=\"#contact\"",
            "href=\"#session\"",
            "href=\"#statements\"",
            "href=\"#theme\"",
            "href=\"#language\"");
    assertThat(site.bean(Practices.class).list())
        .noneMatch(it -> it.told().title().equals("Kept title"));
    HttpResponse<String> longest =
        contributor.send("/en/practices/new", fields("summary", "x".repeat(4_001)));
    assertThat(longest.statusCode()).isEqualTo(422);
    assertThat(longest.body()).contains("4,001");
  }

  @Test
  void takesTheOnlyStakeholderOfAWriterWhoNamesNone() throws Exception {
    assertThat(
            stranger
                .send("/en/practices/new", fields("owner", "", "title", "Said without a name"))
                .statusCode())
        .isEqualTo(302);
    assertThat(site.bean(Practices.class).list())
        .filteredOn(it -> it.told().title().equals("Said without a name"))
        .singleElement()
        .satisfies(it -> assertThat(it.told().owner()).isEqualTo("XOB"));
  }

  private static String write(String title) throws Exception {
    HttpResponse<String> answer = contributor.send("/en/practices/new", fields("title", title));
    assertThat(answer.statusCode()).isEqualTo(302);
    String location = answer.headers().firstValue("Location").orElseThrow();
    return location.substring(location.indexOf("/en/"));
  }

  /// The fields of a form that can be taken, with those changed.
  private static String[] fields(String... changed) {
    List<String> all = new ArrayList<>();
    Map<String, String> form =
        new LinkedHashMap<>(
            Map.ofEntries(
                Map.entry("owner", "en-lantern-children"),
                Map.entry("title", "A title"),
                Map.entry("summary", "We teach in the evening."),
                Map.entry("topic", "local-action"),
                Map.entry("objective", "Twenty classes by 2027."),
                Map.entry("speaker", "Nora Example"),
                Map.entry("consents", "true"),
                Map.entry("contact", "https://example.org/schools"),
                Map.entry("language", "en"),
                Map.entry("dimension", "local"),
                Map.entry("theme", "education")));
    for (int i = 0; i < changed.length; i += 2) {
      form.put(changed[i], changed[i + 1]);
    }
    form.forEach((name, value) -> {
      all.add(name);
      all.add(value);
    });
    return all.toArray(String[]::new);
  }

  /// The references that the table of the library gives, in its order, of the demonstration's own.
  private static List<String> refs(String... filter) throws Exception {
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < filter.length; i += 2) {
      query
          .append(i == 0 ? '?' : '&')
          .append(filter[i])
          .append('=')
          .append(URLEncoder.encode(filter[i + 1], StandardCharsets.UTF_8));
    }
    return site.fetch("/en/practices.csv" + query)
        .body()
        .lines()
        .filter(it -> it.startsWith("PR-"))
        .map(it -> it.substring(0, it.indexOf(',')))
        .toList();
  }

  /// What the newest entry of the record says of an object, by the name of the field.
  private static Map<String, String> facts(String ref) {
    Map<String, String> facts = new HashMap<>();
    site.bean(PublicRecord.class)
        .history(ref)
        .getLast()
        .disclosures()
        .forEach(it -> facts.put(it.name(), String.valueOf(it.value())));
    return facts;
  }
}

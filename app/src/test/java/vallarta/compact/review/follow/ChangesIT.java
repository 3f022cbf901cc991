package vallarta.compact.review.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.review.Promised;

/// Anybody sees what changed between two dates.
class ChangesIT {

  private static RunningDemonstration site;
  private static Promised promised;
  private static String commitment;
  private static String report;
  private static String finding;

  @BeforeAll
  static void change() throws Exception {
    site = RunningDemonstration.apart();
    promised = new Promised(site::bean);
    Visitor ombarra = Visitor.as(site, "ombarra@example.org");
    commitment = Promised.publish(ombarra, "XOB", "Ferries at night");
    report = promised.report(commitment, "XOB", "One ferry runs");
    finding = promised.finding(commitment, "The ferry runs indeed");
    HttpResponse<String> gone =
        ombarra.send(
            "/en/commitments/%s/withdraw".formatted(commitment), "seen", "2", "reason", "No fuel");
    assertThat(gone.statusCode()).isEqualTo(302);
    promised.logged();
  }

  @Test
  void listsWhatWasPublishedWithdrawnAndFoundAndHowStandingsChanged() throws Exception {
    String page = site.fetch("/en/changes").body();
    assertThat(page)
        .contains(
            "Commitment %s published".formatted(commitment),
            "Commitment %s withdrawn".formatted(commitment),
            "No fuel",
            commitment + ": from “No report” to “Under way”",
            "Report %s published".formatted(report),
            "Finding %s published".formatted(finding),
            "changes of standing");
    assertThat(page).contains("/en/changes?change=report-published", "/en/changes.atom");
  }

  @Test
  void narrowsThemByDayAndKindAsDataToo() throws Exception {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String csv = site.fetch("/en/changes.csv?from=%s&to=%s".formatted(today, today)).body();
    assertThat(csv.lines().findFirst().orElseThrow())
        .endsWith("at,change,ref,before,after,text,language");
    assertThat(csv)
        .contains(
            "commitment-withdrawn," + commitment,
            "standing-changed,%s,no-report,under-way".formatted(commitment));
    assertThat(site.fetch("/en/changes.csv?change=finding-published").body().lines().skip(1))
        .isNotEmpty()
        .allMatch(it -> it.contains("finding-published"));
    String before = site.fetch("/en/changes.json?from=2001-01-01&to=2001-12-31").body();
    assertThat(before).doesNotContain(commitment);
    assertThat(site.fetch("/en/changes?from=2001-01-01&to=2001-12-31").body())
        .contains("Nothing changed in these days");
  }

  @Test
  void givesTheNewestAsAFeed() throws Exception {
    for (String language : new String[] {"en", "ar", "ru"}) {
      String feed = site.fetch("/%s/changes.atom".formatted(language)).body();
      AtomFeed.valid(feed);
      assertThat(feed).contains(commitment, report, "xml:lang=\"" + language + "\"");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "from=tomorrow, REV-401",
    "to=2026-02-30, REV-401",
    "from=99999-01-01, REV-401",
    "from=2026-02-02&to=2026-02-01, REV-402"
  })
  void saysWhatIsWrongWithADate(String query, String code) throws Exception {
    for (String path : new String[] {"/en/changes?", "/en/changes.csv?"}) {
      HttpResponse<String> answer = site.fetch(path + query, "Accept", "text/html");
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains(code);
    }
  }
}

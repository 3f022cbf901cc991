package vallarta.compact.review.thread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.review.Promised;

/// Every object shows the whole thread, backward and forward, and where it is cut.
class ThreadIT {

  private static RunningDemonstration site;
  private static Visitor ferrenland;
  private static Promised promised;

  @BeforeAll
  static void signIn() throws Exception {
    site = RunningDemonstration.apart();
    ferrenland = Visitor.as(site, "ferrenland@example.org");
    promised = new Promised(site::bean);
  }

  @Test
  void everyObjectOfAWholeThreadLeadsToAllOthers() throws Exception {
    String commitment =
        Promised.publish(ferrenland, "XFL", "Data by age and sex", "sources", "PC-1");
    String report = promised.report(commitment, "XFL", "A law was passed");
    String parallel = promised.parallel(commitment, "en-lantern-children", "No data for us");
    String finding = promised.finding(commitment, "Half of it is there");
    String statement = sourceOf("PT-1");
    String input =
        promised.one(
            "select 'I-' || input from consultation.statement where 'S-' || number = '%s'"
                .formatted(statement));
    assertThat(rail(commitment))
        .containsSubsequence(
            "/en/inputs/" + input,
            "/en/statements/" + statement,
            "/en/points/PT-1",
            "/en/outcomes/PC-1",
            commitment,
            "you are here",
            report,
            parallel,
            finding)
        .contains("Under way since")
        .doesNotContain("The thread is cut here", "href=\"/en/commitments/" + commitment + "\"");
    assertThat(rail(report))
        .contains("/en/points/PT-1", "/en/commitments/" + commitment, finding)
        .doesNotContain("The thread is cut here", parallel);
    assertThat(rail(parallel)).contains("/en/commitments/" + commitment, finding);
    assertThat(rail(finding))
        .contains("/en/outcomes/PC-1", "/en/commitments/" + commitment)
        .doesNotContain("The thread is cut here");
    for (String before : new String[] {statement, "PT-1", "PC-1"}) {
      assertThat(whole(before))
          .as(before)
          .contains(commitment, report, parallel, finding, "Half of it is there");
    }
    assertThat(whole(input)).contains("PT-1", "PC-1", commitment, finding);
    assertThat(site.fetch("/en/thread/" + input + "/whole.csv").body())
        .contains("statement," + statement, "commitment," + commitment, "finding," + finding);
  }

  @Test
  void eachPageShowsOneRailAndOffersToFollowIt() throws Exception {
    String statement = sourceOf("PT-1");
    for (String path :
        new String[] {
          "/statements/" + statement, "/points/PT-1", "/outcomes/PC-1", "/inputs/I-3"
        }) {
      String page = site.fetch("/en" + path).body();
      assertThat(page).as(path).containsOnlyOnce("<ol class=\"thread");
      assertThat(page).as(path).contains("Follow this", ".atom");
    }
  }

  @Test
  void aStatementThatNoPointKeepsIsCutThere() throws Exception {
    String statement =
        promised.one(
            """
            select 'S-' || min(s.number) from consultation.statement s where not exists (
              select from stocktaking.summary_point k where 'S-' || s.number = any (k.sources))
              and not exists (select from commitment.commitment c where 'S-' || s.number = any (c.sources))
            """);
    assertThat(rail(statement))
        .contains("The thread is cut here", "No point keeps it", "/disposition")
        .doesNotContain("No commitment answers it", "Nobody has assessed it");
  }

  @Test
  void aPointThatNoCommitmentAnswersIsCutThereWithWhatCanBeDone() throws Exception {
    String point =
        promised.one(
            """
            select 'PT-' || min(k.point) from stocktaking.summary_point k where not exists (
              select from stocktaking.proposal_point p where p.point = k.point) and not k.left_out
              and not exists (select from commitment.commitment c where 'PT-' || k.point = any (c.sources))
            """);
    assertThat(rail(point))
        .contains("No commitment answers it", "/en/follow/" + point)
        .doesNotContain("No report since");
    assertThat(ferrenland.read("/en/thread/" + point).body())
        .contains("/en/commitments/new?source=" + point);
  }

  @Test
  void aCommitmentThatAnswersNothingIsCutBeforeAndAfter() throws Exception {
    String commitment = Promised.publish(ferrenland, "XFL", "Out of nowhere");
    assertThat(rail(commitment))
        .containsSubsequence(
            "It answers nothing that was said", commitment, "No report since", "/en/actors/XFL")
        .contains("No report since", "you are here")
        .doesNotContain("Nobody has assessed it");
    promised.report(commitment, "XFL", "Begun");
    assertThat(rail(commitment))
        .contains("Under way since", "Nobody has assessed it")
        .doesNotContain("No report since");
    ferrenland.send(
        "/en/commitments/%s/withdraw".formatted(commitment), "seen", "2", "reason", "No");
    assertThat(rail(commitment)).contains("holds no longer");
  }

  @Test
  void aWithdrawnCommitmentWithoutReportAsksForNone() throws Exception {
    String commitment = Promised.publish(ferrenland, "XFL", "Soon withdrawn");
    ferrenland.send(
        "/en/commitments/%s/withdraw".formatted(commitment), "seen", "2", "reason", "No");
    assertThat(rail(commitment)).contains("holds no longer").doesNotContain("No report since");
  }

  @Test
  void severalAtOnePlaceAreACountThatLeadsToAllOfThem() throws Exception {
    String first = Promised.publish(ferrenland, "XFL", "One of two", "sources", "S-3");
    String second = Promised.publish(ferrenland, "XFL", "Two of two", "sources", "S-3");
    assertThat(rail("S-3"))
        .contains("2 commitments", "/en/thread/S-3/whole#commitment")
        .doesNotContain("No point keeps it");
    assertThat(whole("S-3")).contains("id=\"commitment\"", first, second);
  }

  @Test
  void whatIsNotPublicHasNoThread() throws Exception {
    String path =
        ferrenland
            .send(
                "/en/commitments/new",
                "owner",
                "XFL",
                "title",
                "Still a draft",
                "text",
                "Nobody sees it",
                "language",
                "en",
                "obligation",
                "voluntary-pledge",
                "schedule",
                "yearly")
            .headers()
            .firstValue("Location")
            .orElseThrow();
    String ref = path.substring(path.lastIndexOf('/') + 1);
    assertThat(rail(ref).strip()).isEmpty();
    assertThat(rail("CM-999999").strip()).isEmpty();
    assertThat(rail("no reference").strip()).isEmpty();
    assertThat(site.fetch("/en/thread/" + ref + "/whole").statusCode()).isEqualTo(404);
    assertThat(site.fetch("/en/thread/CM-999999/whole.json").statusCode()).isEqualTo(404);
  }

  private static String rail(String ref) throws Exception {
    return site.fetch("/en/thread/" + ref.replace(" ", "%20")).body();
  }

  private static String whole(String ref) throws Exception {
    return site.fetch("/en/thread/" + ref + "/whole").body();
  }

  private static String sourceOf(String point) throws Exception {
    String row = site.fetch("/en/points/%s.csv".formatted(point)).body().strip();
    return row.substring(row.lastIndexOf(',') + 1);
  }
}

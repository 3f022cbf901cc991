package vallarta.compact.commitment.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.language.Language;
import vallarta.compact.language.Texts;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.record.RecordAudit;

/// How a need finds an offer: proposed in words, asked by one side, confirmed by the other, ended
/// by either; and how commitments are linked.
class MatchingIT {

  /// A public commitment and its only means.
  private record Promise(String commitment, String means) {}

  private static RunningDemonstration site;
  private static Visitor ferrenland;
  private static Visitor alternate;
  private static Visitor ombarra;
  private static Visitor contributor;
  private static Visitor secretariat;
  private static Visitor reader;

  @BeforeAll
  static void signIn() throws Exception {
    site = RunningDemonstration.get();
    ferrenland = Visitor.as(site, "ferrenland@example.org");
    alternate = Visitor.as(site, "ferrenland2@example.org");
    ombarra = Visitor.as(site, "ombarra@example.org");
    contributor = Visitor.as(site, "contributor@example.org");
    secretariat = Visitor.as(site, "secretariat@example.org");
    reader = Visitor.of(site);
  }

  @Test
  void whatMayFitIsToldInWordsTheBestFirst() throws Exception {
    Promise need = promise(ferrenland, "need", "500", "USD", "014", "remittances");
    Promise best = promise(ombarra, "offer", "200", "USD", "002", "remittances");
    Promise elsewhere = promise(ombarra, "offer", "200", "USD", "150", "remittances");
    Promise own = promise(ferrenland, "offer", "500", "USD", "014", "remittances");
    String page = reader.read("/en/needs/" + need.means).body();
    assertThat(page.indexOf(best.means)).isPositive().isLessThan(page.indexOf(elsewhere.means));
    assertThat(page).contains("Agrees in: kind (finance), region (Africa) and theme (");
    assertThat(page).contains("Differs in: region (Europe).");
    assertThat(page).as("nobody meets a need of its own").doesNotContain(own.means + "<");
    assertThat(page).as("a reader asks for nothing").doesNotContain("/ask\"");
    assertThat(ferrenland.read("/en/needs/" + need.means).body()).contains("/ask\"");
    assertThat(reader.read("/en/offers/" + best.means).body()).contains(need.means);
    assertThat(reader.read("/en/offers/" + need.means).statusCode()).isEqualTo(404);
    assertThat(reader.read("/en/needs?kind=finance&region=002&theme=remittances").body())
        .contains(need.means);
    assertThat(reader.read("/en/needs?region=142&theme=remittances").body())
        .doesNotContain(need.means);
    assertThat(reader.read("/en/offers.csv?region=014&theme=remittances").body())
        .as("what is offered to all of Africa is offered there too")
        .contains(best.means)
        .doesNotContain(elsewhere.means);
  }

  @Test
  void aMatchIsPublicOnceTheOtherSideConfirmedIt() throws Exception {
    Promise need = promise(ferrenland, "need", "500", "USD", "", "education");
    Promise offer = promise(ombarra, "offer", "200", "USD", "", "education");
    assertThat(cover(need)).isEqualTo("unmet");
    String match = place(ferrenland.send("/en/needs/" + need.means + "/ask", "other", offer.means));
    for (Visitor who : List.of(reader, contributor, secretariat, alternate)) {
      assertThat(who.read(match).statusCode()).as("not theirs to see").isEqualTo(404);
    }
    assertThat(reader.read("/en/matches.csv").body()).doesNotContain(ref(match) + ",");
    assertThat(part(reader, need)).doesNotContain(ref(match));
    assertThat(part(ombarra, offer)).contains(ref(match), text("commitment.match.answer"));
    assertThat(ombarra.read("/en/matches/mine").body()).contains(ref(match));
    assertThat(contributor.send(match + "/answer", "answer", "confirm").statusCode())
        .isEqualTo(404);
    assertThat(ferrenland.send(match + "/answer", "answer", "confirm").statusCode())
        .as("nobody confirms what it asked itself")
        .isEqualTo(403);
    assertThat(ombarra.send(match + "/answer", "answer", "confirm").statusCode()).isEqualTo(302);
    assertThat(ombarra.send(match + "/answer", "answer", "confirm").statusCode())
        .as("it is answered once")
        .isEqualTo(409);
    assertThat(cover(need)).as("less than is needed").isEqualTo("partly");
    assertThat(reader.read("/en/needs/" + need.means).body()).contains("200 of 500 USD");
    for (Promise side : List.of(need, offer)) {
      assertThat(part(reader, side)).contains(ref(match), need.means, offer.means);
    }
    assertThat(reader.read("/en/matches.json").body()).contains(ref(match));
    assertThat(site.bean(PublicRecord.class).history(ref(match))).hasSize(1);
    assertThat(contributor.send(match + "/end", "reason", "x").statusCode()).isEqualTo(403);
    assertThat(ombarra.send(match + "/end", "reason", " ").statusCode()).isEqualTo(422);
    assertThat(ombarra.send(match + "/end", "reason", "The budget fell").statusCode())
        .isEqualTo(302);
    assertThat(reader.read(match).body()).contains("The budget fell");
    assertThat(cover(need)).isEqualTo("unmet");
    assertThat(site.bean(PublicRecord.class).history(ref(match))).hasSize(2);
    assertThat(site.bean(RecordAudit.class).check().findings()).isEmpty();
  }

  @Test
  void aNeedThatIsMetIsListedNoLongerUnlessAskedFor() throws Exception {
    Promise need = promise(ferrenland, "need", "500", "USD", "", "skills-recognition");
    Promise offer = promise(ombarra, "offer", "500", "USD", "", "skills-recognition");
    String match = place(ombarra.send("/en/offers/" + offer.means + "/ask", "other", need.means));
    assertThat(reader.read("/en/needs.csv").body()).contains(need.means + ",");
    assertThat(ferrenland.send(match + "/answer", "answer", "confirm").statusCode()).isEqualTo(302);
    assertThat(reader.read("/en/needs.csv").body()).doesNotContain(need.means + ",");
    assertThat(cover(need)).isEqualTo("met");
    assertThat(reader.read("/en/offers.csv").body()).contains(offer.means + ",");
  }

  @Test
  void aRequestIsDeclinedOrTakenBackAndNobodyElseLearnsOfIt() throws Exception {
    Promise need = promise(ferrenland, "need", "", "", "", "health");
    Promise offer = promise(ombarra, "offer", "", "", "", "health");
    String ask = "/en/needs/" + need.means + "/ask";
    String match = place(ferrenland.send(ask, "other", offer.means));
    assertThat(ferrenland.send(ask, "other", offer.means).body()).contains("COMM-154");
    assertThat(
            ombarra.send(match + "/answer", "answer", "decline", "reason", "Not now").statusCode())
        .isEqualTo(302);
    assertThat(ferrenland.read(match).body()).contains("Not now");
    assertThat(reader.read(match).statusCode()).isEqualTo(404);
    String again = place(ferrenland.send(ask, "other", offer.means));
    assertThat(ferrenland.send(again + "/end").statusCode()).isEqualTo(302);
    assertThat(ombarra.send(again + "/answer", "answer", "confirm").statusCode()).isEqualTo(409);
    assertThat(site.bean(PublicRecord.class).history(ref(match))).isEmpty();
  }

  @Test
  void nobodyAsksForAnotherOrForWhatCannotBe() throws Exception {
    Promise need = promise(ferrenland, "need", "", "", "", "housing");
    Promise offer = promise(ombarra, "offer", "", "", "", "housing");
    Promise own = promise(ferrenland, "offer", "", "", "", "housing");
    String ask = "/en/needs/" + need.means + "/ask";
    for (Visitor who : List.of(ombarra, contributor, alternate, secretariat)) {
      assertThat(who.send(ask, "other", offer.means).statusCode()).isEqualTo(403);
    }
    assertThat(ferrenland.send(ask, "other", own.means).body()).contains("COMM-152");
    assertThat(ferrenland.send(ask, "other", "MN-999999").statusCode()).isEqualTo(404);
    assertThat(ferrenland.send(ask, "other", need.means).statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsMatchedIsNotTakenOutWithoutAWordAndEndsWithItsCommitment() throws Exception {
    Promise need = promise(ferrenland, "need", "500", "USD", "", "education");
    Promise offer = promise(ombarra, "offer", "500", "USD", "", "education");
    String match = place(ferrenland.send("/en/needs/" + need.means + "/ask", "other", offer.means));
    ombarra.send(match + "/answer", "answer", "confirm");
    List<String> without = new ArrayList<>(List.of(fields("offer", "", "", "", "education")));
    without.subList(without.indexOf("means-direction"), without.size()).clear();
    without.addAll(List.of("seen", "2", "reason", "We think again"));
    HttpResponse<String> refused =
        ombarra.send(
            "/en/commitments/" + offer.commitment + "/edit", without.toArray(String[]::new));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("COMM-157", offer.means, ref(match));
    assertThat(
            ombarra
                .send(
                    "/en/commitments/" + offer.commitment + "/withdraw",
                    "seen",
                    "2",
                    "reason",
                    "No money is left")
                .statusCode())
        .isEqualTo(302);
    assertThat(reader.read(match).body()).contains("No money is left");
    assertThat(cover(need)).isEqualTo("unmet");
    assertThat(site.bean(RecordAudit.class).check().findings()).isEmpty();
  }

  @Test
  void commitmentsAreLinkedWhenTheOtherOwnerConfirms() throws Exception {
    Promise one = promise(ferrenland, "need", "", "", "", "education");
    Promise two = promise(ombarra, "offer", "", "", "", "education");
    String links = "/en/commitments/" + one.commitment + "/links";
    assertThat(ombarra.send(links, "other", two.commitment, "kind", "follows").statusCode())
        .isEqualTo(403);
    assertThat(ferrenland.send(links, "other", "CM-999999", "kind", "follows").body())
        .contains("COMM-160");
    assertThat(ferrenland.send(links, "other", two.commitment, "kind", "follows").statusCode())
        .isEqualTo(302);
    assertThat(ferrenland.send(links, "other", two.commitment, "kind", "follows").body())
        .contains("COMM-162");
    assertThat(part(reader, one)).doesNotContain(two.commitment);
    String theirs = "/en/commitments/" + two.commitment + "/links/" + link(one, two);
    assertThat(
            ferrenland
                .send(links + "/" + link(one, two) + "/answer", "answer", "confirm")
                .statusCode())
        .as("whoever asked does not confirm")
        .isEqualTo(404);
    assertThat(ombarra.send(theirs + "/answer", "answer", "confirm").statusCode()).isEqualTo(302);
    assertThat(part(reader, one)).contains(text("commitment.link.follows"), two.commitment);
    assertThat(part(reader, two)).contains(text("commitment.link.follows-back"), one.commitment);
    assertThat(ombarra.send(theirs + "/end").statusCode()).isEqualTo(422);
    assertThat(ombarra.send(theirs + "/end", "reason", "It was another one").statusCode())
        .isEqualTo(302);
    assertThat(part(reader, one)).doesNotContain(two.commitment);
    assertThat(site.bean(RecordAudit.class).check().findings()).isEmpty();
  }

  @Test
  void betweenTwoOfOneOwnerALinkHoldsAtOnce() throws Exception {
    Promise old = promise(ferrenland, "need", "", "", "", "education");
    Promise fresh = promise(ferrenland, "need", "", "", "", "education");
    assertThat(
            ferrenland
                .send(
                    "/en/commitments/" + fresh.commitment + "/links",
                    "other",
                    old.commitment,
                    "kind",
                    "supersedes")
                .statusCode())
        .isEqualTo(302);
    assertThat(part(reader, old))
        .contains(text("commitment.link.supersedes-back"), fresh.commitment);
    assertThat(reader.read("/en/commitments/CM-999999/matches").statusCode()).isEqualTo(200);
  }

  /// The part of the page of a commitment.
  private static String part(Visitor who, Promise of) throws Exception {
    return who.read("/en/commitments/" + of.commitment + "/matches").body();
  }

  private static String cover(Promise need) throws Exception {
    return reader
        .read("/en/needs.csv?met=all")
        .body()
        .lines()
        .filter(it -> it.startsWith(need.means + ","))
        .map(it -> it.split(",", -1))
        .map(cells -> cells[cells.length - 2])
        .findFirst()
        .orElseThrow();
  }

  private static Promise promise(
      Visitor who, String direction, String amount, String unit, String region, String theme)
      throws Exception {
    String path =
        place(who.send("/en/commitments/new", fields(direction, amount, unit, region, theme)));
    assertThat(who.send(path + "/publish", "seen", "1").statusCode()).isEqualTo(302);
    return new Promise(
        ref(path),
        site.bean(JdbcClient.class)
            .sql("select 'MN-' || id from commitment.means where 'CM-' || commitment = :it")
            .param("it", ref(path))
            .query(String.class)
            .single());
  }

  private static String[] fields(
      String direction, String amount, String unit, String region, String theme) {
    return new String[] {
      "title", "A test of matches",
      "text", "We will do so",
      "language", "en",
      "obligation", "voluntary-pledge",
      "schedule", "yearly",
      "theme", theme,
      "means-direction", direction,
      "means-kind", "finance",
      "means-text", "What it takes",
      "means-amount", amount,
      "means-unit", unit,
      "means-region", region
    };
  }

  private static String link(Promise of, Promise other) {
    return site.bean(JdbcClient.class)
        .sql(
            """
            select 'CL-' || id from commitment.link
            where 'CM-' || commitment = :one and 'CM-' || other = :two
            """)
        .param("one", of.commitment)
        .param("two", other.commitment)
        .query(String.class)
        .single();
  }

  private static String place(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String place = answer.headers().firstValue("Location").orElseThrow();
    return place.substring(place.indexOf("/en/"));
  }

  private static String ref(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String text(String key) {
    return site.bean(Texts.class).text(Language.EN, key, Map.of());
  }
}

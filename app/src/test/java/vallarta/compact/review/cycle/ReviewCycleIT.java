package vallarta.compact.review.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.access.Role;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.language.Language;
import vallarta.compact.participation.Mandate;
import vallarta.compact.participation.Mandates;
import vallarta.compact.participation.Person;
import vallarta.compact.participation.Persons;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.record.Entry;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.record.RecordAudit;
import vallarta.compact.review.Standing;
import vallarta.compact.review.Standings;
import vallarta.compact.review.voice.Pledged;

/// A review from its sample to the statements of the next cycle: nobody assesses what is their own,
/// and no reviewer knows of the other before both are done.
class ReviewCycleIT {

  private static final Instant BEGAN = Instant.parse("2020-01-01T00:00:00Z");
  private static final Map<String, String> COMMITMENTS = new HashMap<>();

  private static RunningDemonstration site;
  private static Visitor secretariat;
  private static Visitor anybody;
  private static String review = "";

  @BeforeAll
  static void open() throws Exception {
    site = RunningDemonstration.apart();
    secretariat = Visitor.as(site, "secretariat@example.org");
    anybody = Visitor.of(site);
    Visitor main = Visitor.as(site, "ferrenland@example.org");
    Visitor contributor = Visitor.as(site, "contributor@example.org");
    for (String name : List.of("anna", "boris", "cora")) {
      reviewer(name, organisation("institute-of-" + name));
    }
    Person past = reviewer("past-of-the-state", organisation("institute-of-the-past"));
    end(give(past, stakeholder("XFL"), Role.DELEGATE));
    Person worked = reviewer("past-of-the-network", organisation("institute-of-the-network"));
    end(give(worked, stakeholder("en-lantern-children"), Role.DELEGATE));
    Stakeholder giver = organisation("a-foundation");
    reviewer("of-the-foundation", giver);
    COMMITMENTS.put("state", done(Pledged.by(main, "XFL", "Of the State")));
    COMMITMENTS.put(
        "network", done(Pledged.by(contributor, "en-lantern-children", "Of the network")));
    COMMITMENTS.put("grant", done(Pledged.by(contributor, "en-lantern-children", "Paid for")));
    match(giver, COMMITMENTS.get("grant"));
    review = open("A review of the test", "500", "");
  }

  @ParameterizedTest
  @CsvSource({
    "past-of-the-state, state, own-state",
    "past-of-the-network, network, own-organisation",
    "past-of-the-network, grant, own-organisation",
    "of-the-foundation, grant, own-grant"
  })
  void nobodyIsAskedToAssessWhatIsTheirOwn(String name, String what, String ground)
      throws Exception {
    String commitment = commitment(what);
    assertThat(ground(review, commitment, name)).isEqualTo(ground);
    assertThat(reader(name).read("/en/reviews/mine").body())
        .doesNotContain("/en/commitments/" + commitment + "\"");
    assertThat(asked(review, commitment)).hasSize(2).doesNotContain(email(name));
    assertThat(anybody.read("/en/reviews.json").body()).contains("\"recused_own_grant\"");
  }

  @Test
  void whoHasNothingToDoWithItIsNotKeptOut() {
    assertThat(ground(review, commitment("state"), "past-of-the-network")).isIn("", "none");
    assertThat(ground(review, commitment("network"), "of-the-foundation")).isIn("", "none");
  }

  @Test
  void whoStepsBackSaysWhyAndAnotherIsAsked() throws Exception {
    String commitment = commitment("network");
    String own = open("Stepping back", "500", "");
    String first = asked(own, commitment).getFirst();
    String at = "/en/reviews/mine/" + assessment(own, commitment, first);
    Visitor who = Visitor.as(site, first);
    HttpResponse<String> without = who.send(at + "/recuse", "reason", " ");
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("REV-262");
    assertThat(who.send(at + "/recuse", "reason", "My sister works there").statusCode())
        .isEqualTo(302);
    assertThat(asked(own, commitment)).hasSize(2).doesNotContain(first);
    assertThat(handIn(who, at, "kept", "Too late").statusCode()).isEqualTo(409);
    assertThat(anybody.read("/en/reviews/" + own).body()).doesNotContain("My sister");
    assertThat(anybody.read("/en/reviews.csv").body()).doesNotContain("My sister");
  }

  @Test
  void whoComesToHaveToDoWithItMeanwhileIsRecusedAtHandingIn() throws Exception {
    String commitment = commitment("state");
    Person late = reviewer("late-to-join", organisation("institute-of-lateness"));
    String own = open("Joining late", "500", "");
    Visitor who = Visitor.as(site, late.email());
    if (!asked(own, commitment).contains(late.email())) {
      String other = asked(own, commitment).getFirst();
      force(own, commitment, other, late);
    }
    String at = "/en/reviews/mine/" + assessment(own, commitment, late.email());
    assertThat(who.read(at).statusCode()).isEqualTo(200);
    give(late, stakeholder("XFL"), Role.DELEGATE);
    assertThat(handIn(who, at, "kept", "All is well").statusCode()).isEqualTo(302);
    assertThat(ground(own, commitment, "late-to-join")).isEqualTo("own-state");
    assertThat(asked(own, commitment)).hasSize(2).doesNotContain(late.email());
  }

  @Test
  void noReviewerSeesWhatTheOtherFoundBeforeBothAreDone() throws Exception {
    String commitment = commitment("state");
    String own = open("Blind", "500", "");
    List<String> two = asked(own, commitment);
    Visitor first = Visitor.as(site, two.getFirst());
    Visitor second = Visitor.as(site, two.getLast());
    String firstAt = "/en/reviews/mine/" + assessment(own, commitment, two.getFirst());
    String secondAt = "/en/reviews/mine/" + assessment(own, commitment, two.getLast());
    assertThat(second.read(firstAt).statusCode()).as("another's").isEqualTo(404);
    assertThat(handIn(second, firstAt, "kept", "Mine").statusCode()).isEqualTo(404);
    assertThat(second.send(firstAt + "/recuse", "reason", "x").statusCode()).isEqualTo(404);
    assertThat(secretariat.read(firstAt).statusCode()).isEqualTo(403);
    HttpResponse<String> empty = handIn(first, firstAt, "splendid", " ");
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("id=\"verdict-wrong\"", "id=\"reasons-wrong\"");
    assertThat(handIn(first, firstAt, "kept", "Three doors were open").statusCode()).isEqualTo(302);
    for (String path :
        List.of(
            "/en/reviews/mine",
            secondAt,
            "/en/commitments/" + commitment,
            "/en/commitments/" + commitment + "/assessments",
            "/en/reviews/" + own,
            "/en/reviews/" + own + ".csv",
            "/en/reviews/" + own + ".json",
            "/en/reviews.json",
            "/en/record/objects/" + firstAt.substring(firstAt.lastIndexOf('/') + 1))) {
      for (Visitor who : List.of(second, secretariat, anybody)) {
        assertThat(who.read(path).body()).as(path).doesNotContain("Three doors");
      }
    }
    assertThat(first.read("/en/reviews/mine").body()).contains("Three doors were open");
    assertThat(handIn(first, firstAt, "not-kept", "On second thoughts").statusCode())
        .as("what is handed in stays")
        .isEqualTo(409);
    assertThat(handIn(second, secondAt, "partly-kept", "One door was shut").statusCode())
        .isEqualTo(302);
    assertThat(first.read("/en/reviews/mine").body()).contains("One door was shut");
    assertThat(second.read("/en/reviews/mine").body()).contains("Three doors were open");
    assertThat(anybody.read("/en/reviews/" + own).body())
        .as("nothing is public before it is published")
        .doesNotContain("Three doors", "One door");
  }

  @Test
  void whatIsPublishedShowsAgreementAndDissentAndBecomesStatementsOfTheNextCycle()
      throws Exception {
    String own = open("Published in the end", "500", "");
    String path = "/en/reviews/" + own;
    HttpResponse<String> early = secretariat.send(path + "/publish");
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.body()).contains("REV-253");
    assertThat(handInAll(own, commitment("state"))).isGreaterThan(5);
    assertThat(reader("anna").send(path + "/publish").statusCode()).isEqualTo(403);
    assertThat(secretariat.send(path + "/publish", "consultation", "NO-SUCH").statusCode())
        .isEqualTo(422);
    assertThat(secretariat.send(path + "/publish").statusCode()).isEqualTo(302);
    String page = anybody.read(path).body();
    assertThat(page).contains("FN-", "the two reviewers differ", "both reviewers say the same");
    String column = anybody.read("/en/commitments/" + commitment("state")).body();
    assertThat(column)
        .contains("FN-", "AS-", "Not kept", "dissent", "May answer until")
        .doesNotContain("No independent reviewer has looked at it yet");
    for (String shown : List.of(page, column, anybody.read(path + ".json").body())) {
      assertThat(shown).doesNotContain("@example.org", "Reviewer anna", "Reviewer boris");
    }
    String rows = anybody.read(path + ".csv").body();
    assertThat(rows).contains("not-kept,differs", "kept,same");
    String statement = page.replaceFirst("(?s).*?/en/statements/(S-\\d+).*", "$1");
    assertThat(anybody.read("/en/statements/" + statement).body())
        .contains("should count the schools", "Published in the end");
    assertThat(secretariat.send(path + "/publish").statusCode()).isEqualTo(409);
    assertThat(site.bean(RecordAudit.class).check().findings())
        .filteredOn(it -> it.toString().contains("of=" + own + ","))
        .isEmpty();
    List<Entry> history = site.bean(PublicRecord.class).history(own);
    assertThat(history).hasSize(2);
    assertThat(told(history.getFirst())).contains("never-assessed");
    String assessment = column.replaceFirst("(?s).*?id=\"(AS-\\d+)\".*", "$1");
    assertThat(told(site.bean(PublicRecord.class).history(assessment).getFirst()))
        .contains("not-kept")
        .doesNotContain("reviewer", "example.org");
    Visitor main = Visitor.as(site, "ferrenland@example.org");
    assertThat(
            main.send(
                    "/en/replies/new",
                    "about",
                    assessment,
                    "stakeholder",
                    "XFL",
                    "language",
                    "en",
                    "text",
                    "We counted ninety.")
                .statusCode())
        .isEqualTo(302);
    assertThat(anybody.read("/en/commitments/" + commitment("state") + "/assessments").body())
        .contains("We counted ninety.");
  }

  @Test
  void theSameSeedDrawsTheSameSampleAgain() throws Exception {
    String one = open("Drawn once", "2", "2026");
    String again = open("Drawn again", "2", "2026");
    assertThat(sample(one)).hasSize(2).isEqualTo(sample(again));
    assertThat(anybody.read("/en/reviews/" + one).body()).contains("2026", "no evidence at all");
  }

  @Test
  void theSecretariatAloneOpensAndWhatIsWrongIsNamed() throws Exception {
    assertThat(reader("anna").read("/en/reviews/new").statusCode()).isEqualTo(403);
    assertThat(reader("anna").send("/en/reviews/new", "name", "Mine").statusCode()).isEqualTo(403);
    HttpResponse<String> wrong =
        secretariat.send(
            "/en/reviews/new",
            "name",
            "",
            "language",
            "xx",
            "year",
            "99",
            "size",
            "none",
            "seed",
            "abc");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("href=\"#name\"", "href=\"#language\"", "href=\"#year\"")
        .contains("href=\"#size\"", "href=\"#seed\"");
    assertThat(Visitor.as(site, "contributor@example.org").read("/en/reviews/mine").statusCode())
        .isEqualTo(403);
  }

  /// What an entry of the record discloses.
  private static String told(Entry entry) {
    return String.join(
        "\n", entry.disclosures().stream().map(it -> it.name() + " " + it.value()).toList());
  }

  /// Hands in what everybody who is asked found, and differs on one commitment.
  private static int handInAll(String of, String differing) throws Exception {
    int count = 0;
    List<Map<String, Object>> rows =
        site.bean(JdbcClient.class)
            .sql(
                """
                select 'AS-' || s.id as ref, 'CM-' || s.commitment as commitment, p.email from review.assessment s
                join participation.person p on p.account = s.reviewer
                where 'RV-' || s.review = :review and s.state = 'asked' order by s.id
                """)
            .param("review", of)
            .query()
            .listOfRows();
    boolean first = true;
    for (Map<String, Object> row : rows) {
      boolean no = first && row.get("commitment").equals(differing);
      first = first && !no;
      Visitor who = Visitor.as(site, (String) row.get("email"));
      HttpResponse<String> in =
          who.send(
              "/en/reviews/mine/" + row.get("ref"),
              "verdict",
              no ? "not-kept" : "kept",
              "language",
              "en",
              "reasons",
              "We read what there is of " + row.get("commitment"),
              "recommendation",
              "The actor of %s should count the schools every year, says %s."
                  .formatted(row.get("commitment"), row.get("ref")));
      assertThat(in.statusCode()).as(in.body()).isEqualTo(302);
      count++;
    }
    return count;
  }

  private static HttpResponse<String> handIn(
      Visitor who, String path, String verdict, String reasons) throws Exception {
    return who.send(
        path, "verdict", verdict, "language", "en", "reasons", reasons, "recommendation", "");
  }

  private static String open(String name, String size, String seed) throws Exception {
    String path =
        Pledged.place(
            secretariat.send(
                "/en/reviews/new",
                "name",
                name,
                "language",
                "en",
                "year",
                "2026",
                "size",
                size,
                "seed",
                seed));
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static List<String> sample(String of) throws Exception {
    return anybody
        .read("/en/reviews/" + of + ".csv")
        .body()
        .lines()
        .skip(1)
        .map(it -> it.split(",")[1])
        .toList();
  }

  private static String done(String commitment) {
    site.bean(Standings.class)
        .change(
            Long.parseLong(commitment.substring(3)),
            Standing.DONE,
            "Its actor says so",
            commitment);
    return commitment;
  }

  private static String commitment(String what) {
    return COMMITMENTS.get(what);
  }

  /// The addresses of those who are asked for a commitment, or have handed in.
  private static List<String> asked(String of, String commitment) {
    return site.bean(JdbcClient.class)
        .sql(
            """
            select p.email from review.assessment s join participation.person p on p.account = s.reviewer
            where 'RV-' || s.review = :review and 'CM-' || s.commitment = :commitment
              and s.state <> 'recused' order by s.id
            """)
        .param("review", of)
        .param("commitment", commitment)
        .query(String.class)
        .list();
  }

  private static String assessment(String of, String commitment, String email) {
    return row("'AS-' || s.id", of, commitment, email);
  }

  private static String ground(String of, String commitment, String name) {
    return row("s.recused", of, commitment, email(name));
  }

  private static String row(String what, String of, String commitment, String email) {
    return site.bean(JdbcClient.class)
        .sql(
            "select "
                + what
                + """
                 from review.assessment s join participation.person p on p.account = s.reviewer
                where 'RV-' || s.review = :review and 'CM-' || s.commitment = :commitment and p.email = :email
                """)
        .param("review", of)
        .param("commitment", commitment)
        .param("email", email)
        .query(String.class)
        .optional()
        .orElse("none");
  }

  /// Asks one person in place of another.
  private static void force(String of, String commitment, String email, Person instead) {
    site.bean(JdbcClient.class)
        .sql(
            """
            update review.assessment s set reviewer = :account from participation.person p
            where p.account = s.reviewer and p.email = :email
              and 'RV-' || s.review = :review and 'CM-' || s.commitment = :commitment
            """)
        .param("account", instead.account())
        .param("email", email)
        .param("review", of)
        .param("commitment", commitment)
        .update();
  }

  /// A need of the commitment that an offer of that organisation meets, as both confirmed.
  private static void match(Stakeholder giver, String commitment) throws Exception {
    Person person = person("giver");
    give(person, giver, Role.CONTRIBUTOR);
    String offers = Pledged.by(Visitor.as(site, person.email()), giver.key(), "We pay for schools");
    site.bean(JdbcClient.class)
        .sql(
            """
            insert into commitment.match (need, need_of, offer, offer_of, asked_by, state, asked_at, confirmed_at)
            values (1, :need, 2, :offer, 'need', 'confirmed', now(), now())
            """)
        .param("need", Long.parseLong(commitment.substring(3)))
        .param("offer", Long.parseLong(offers.substring(3)))
        .update();
  }

  private static Person reviewer(String name, Stakeholder of) {
    Person person = person(name);
    give(person, of, Role.REVIEWER);
    return person;
  }

  private static Person person(String name) {
    Persons register = site.bean(Persons.class);
    return register.withAccount(
        register.register("Reviewer " + name, email(name), Language.EN, true));
  }

  private static String email(String name) {
    return name + "-reviews@example.org";
  }

  private static Visitor reader(String name) throws Exception {
    return Visitor.as(site, email(name));
  }

  private static Mandate give(Person person, Stakeholder to, Role role) {
    return site.bean(Mandates.class).give(person, to, role, BEGAN, null, 0);
  }

  private static void end(Mandate mandate) {
    site.bean(Mandates.class).end(mandate.id(), 0);
  }

  private static Stakeholder stakeholder(String key) {
    return site.bean(Stakeholders.class).find(key).orElseThrow();
  }

  private static Stakeholder organisation(String key) {
    Stakeholder it = new Stakeholder(key, key, "en", StakeholderType.ACADEMIA, "", "001", true);
    site.bean(Stakeholders.class).save(List.of(it));
    return it;
  }
}

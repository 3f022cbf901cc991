package vallarta.compact.stocktaking.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.access.Role;
import vallarta.compact.account.News;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.participation.Mandate;
import vallarta.compact.participation.Mandates;
import vallarta.compact.participation.Person;
import vallarta.compact.participation.Persons;
import vallarta.compact.participation.Stakeholders;

/// Accepted points become proposed commitments, each statement tells what became of it, and a
/// mandate that ends ends its rights.
class OutcomeIT {

  private static RunningDemonstration site;
  private static Visitor rapporteur;
  private static Visitor secretariat;

  @BeforeAll
  static void signIn() throws Exception {
    site = RunningDemonstration.get();
    rapporteur = Visitor.as(site, "rapporteur@example.org");
    secretariat = Visitor.as(site, "secretariat@example.org");
  }

  @Test
  void leadsFromAStatementToAProposedCommitmentAndBack() throws Exception {
    String outcome = site.fetch("/en/outcomes/PC-1").body();
    assertThat(outcome).contains("/en/points/PT-1", "120,000 USD", "ME-1");
    String point = site.fetch("/en/points/PT-1").body();
    assertThat(point).contains("/en/outcomes/PC-1");
    String source = site.fetch("/en/points/PT-1.csv").body().strip();
    String statement = source.substring(source.lastIndexOf(',') + 1);
    assertThat(statement).matches("S-\\d+");
    assertThat(site.fetch("/en/statements/" + statement).body()).contains("/en/points/PT-1");
  }

  @Test
  void proposesNothingFromAPointThatIsStillADraft() throws Exception {
    String draft =
        site.bean(JdbcClient.class)
            .sql(
                """
                select 'PT-' || k.point || ' SE-' || s.session from stocktaking.summary_point k
                join stocktaking.summary s on s.id = k.summary
                join stocktaking.point p on p.id = k.point
                where not s.final and p.body like 'Children are never%' limit 1
                """)
            .query(String.class)
            .single();
    String[] refs = draft.split(" ");
    HttpResponse<String> answer =
        rapporteur.send(
            "/en/sessions/" + refs[1] + "/outcomes",
            "point",
            refs[0],
            "text",
            "We would",
            "language",
            "en");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("STOC-032", refs[0]);
  }

  @Test
  void refusesAnAmountWithoutAUnitAndOneThatIsNoNumber() throws Exception {
    for (String amount : new String[] {"12", "a lot", "-5"}) {
      HttpResponse<String> answer =
          rapporteur.send(
              "/en/outcomes/PC-1/means",
              "direction",
              "need",
              "kind",
              "finance",
              "text",
              "Money",
              "amount",
              amount);
      assertThat(answer.statusCode()).as(amount).isEqualTo(422);
      assertThat(answer.body())
          .contains("STOC-034", "href=\"#amount\"", "id=\"amount-wrong\"")
          .contains("value=\"Money\"", "value=\"%s\"".formatted(amount));
    }
    assertThat(site.fetch("/en/outcomes/PC-1.csv").body().lines()).hasSize(3);
  }

  @Test
  void keepsBothTextsWhenSomebodyElseChangedTheProposal() throws Exception {
    HttpResponse<String> late =
        rapporteur.send("/en/outcomes/PC-1", "seen", "99", "text", "Mine, not theirs");
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(late.body())
        .contains("STOC-035", "Ferrenland would publish", ">Mine, not theirs</textarea>")
        .contains("/record/objects/PC-1")
        .containsOnlyOnce("<html");
    HttpResponse<String> empty =
        rapporteur.send(
            "/en/sessions/SE-16/outcomes", "point", "PT-1", "text", " ", "frame", "by 2030");
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("STOC-036", "id=\"text-wrong\"", "value=\"by 2030\"");
  }

  @Test
  void tellsWhyAStatementIsNotTakenUp() throws Exception {
    assertThat(rapporteur.send("/en/statements/S-20/disposition", "reason", "No").statusCode())
        .isEqualTo(403);
    assertThat(secretariat.send("/en/statements/S-20/disposition", "reason", " ").statusCode())
        .isEqualTo(422);
    HttpResponse<String> decided =
        secretariat.send("/en/statements/S-20/disposition", "reason", "Outside the mandate");
    assertThat(decided.statusCode()).isEqualTo(302);
    String path = decided.headers().firstValue("Location").orElseThrow().replaceFirst("#.*", "");
    assertThat(site.fetch(path.substring(path.indexOf("/en/"))).body())
        .contains("Not taken up", "Outside the mandate");
  }

  @Test
  void tellsTheSubmitterByMailWhatBecameOfItsStatement() throws Exception {
    JdbcClient jdbc = site.bean(JdbcClient.class);
    String[] said =
        jdbc.sql(
                """
                select 'S-' || s.number || ' ' || i.stakeholder from consultation.statement s
                join consultation.input i on i.number = s.input
                where i.stakeholder not like '% %' and i.stakeholder not like 'input:%'
                  and not exists (select from participation.mandate m where m.stakeholder = i.stakeholder)
                order by s.number desc limit 1
                """)
            .query(String.class)
            .single()
            .split(" ");
    String statement = said[0];
    Mandate mandate =
        site.bean(Mandates.class)
            .give(
                site.bean(Persons.class).findByEmail("contributor@example.org").orElseThrow(),
                site.bean(Stakeholders.class).find(said[1]).orElseThrow(),
                Role.CONTRIBUTOR,
                Instant.now(),
                null,
                0);
    jdbc.sql("delete from access.news").update();
    secretariat.send("/en/statements/" + statement + "/disposition", "reason", "Said elsewhere");
    secretariat.send("/en/statements/" + statement + "/disposition", "reason", "Said in point 4");
    jdbc.sql("update access.news set at = at - interval '8 days'").update();
    assertThat(site.bean(News.class).tell()).isEqualTo(1);
    site.bean(Mandates.class).end(mandate.id(), 0);
    String mails = site.fetch("/en/mails").body();
    String mail = mails.substring(mails.indexOf("contributor@example.org"));
    assertThat(mail)
        .contains("Statement " + statement + " was not taken up. Reason: Said in point 4")
        .contains("/disposition", "/news/stop/");
  }

  @Test
  void endsTheRightsOfAMandateWithTheMandate() throws Exception {
    Visitor chair = Visitor.as(site, "co-chair@example.org");
    Mandates mandates = site.bean(Mandates.class);
    Person person = site.bean(Persons.class).findByEmail("co-chair@example.org").orElseThrow();
    Mandate held = mandates.ofPerson(person.id()).getFirst();
    Mandate second =
        mandates.give(person, held.stakeholder(), Role.SECRETARIAT, Instant.now(), null, 0);
    assertThat(chair.read("/en/meetings/new").statusCode()).isEqualTo(200);
    mandates.end(second.id(), 0);
    assertThat(chair.read("/en/meetings/new").statusCode()).isEqualTo(403);
    assertThatThrownBy(() -> mandates.end(second.id(), 0)).hasMessageContaining("PART-003");
    assertThatThrownBy(
            () -> mandates.give(person, held.stakeholder(), held.role(), Instant.now(), null, 0))
        .hasMessageContaining("PART-002");
    Instant now = Instant.now();
    assertThatThrownBy(() ->
            mandates.give(person, held.stakeholder(), Role.REVIEWER, now, now.minusSeconds(1), 0))
        .hasMessageContaining("PART-001");
  }
}

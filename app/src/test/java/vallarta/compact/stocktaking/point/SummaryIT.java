package vallarta.compact.stocktaking.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.participation.Persons;
import vallarta.compact.participation.meeting.Meetings;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.store.Revision;

/// A summary is published as a draft, corrected by those who took part, and then final.
class SummaryIT {

  private static RunningDemonstration site;
  private static Visitor rapporteur;
  private static Visitor ferrenland;
  private static Visitor reader;

  private SessionOfTest session;
  private String path;

  @BeforeAll
  static void signIn() throws Exception {
    site = RunningDemonstration.get();
    rapporteur = Visitor.as(site, "rapporteur@example.org");
    ferrenland = Visitor.as(site, "ferrenland@example.org");
    reader = Visitor.of(site);
  }

  @BeforeEach
  void capture() throws Exception {
    session = SessionOfTest.create(site);
    path = "/en/sessions/" + session.ref() + "/summary";
    rapporteur.send(
        session.workspace(), "text", "Data should be open\nReturn is voluntary", "language", "en");
  }

  @Test
  void showsNothingBeforeItIsPublished() throws Exception {
    assertThat(reader.read(path).body())
        .contains("No summary of this session")
        .doesNotContain("Data should be open");
    assertThat(site.fetch(path + ".csv").body()).doesNotContain("Data should");
  }

  @Test
  void takesCorrectionsForItsTimeAndIsFinalWhenEachIsAnswered() throws Exception {
    assertThat(rapporteur.send(path + "/publish", "hours", "48").statusCode()).isEqualTo(302);
    assertThat(reader.read(path).body())
        .contains("Draft, version 1", "Data should be open", "Mexico City Time");

    assertThat(ask("XFL", "It was “must”, not “should”").statusCode()).isEqualTo(302);
    assertThat(ask("XOB", "We never said so").statusCode()).isEqualTo(403);
    HttpResponse<String> early = rapporteur.send(path + "/final");
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.body()).contains("STOC-020");

    ObjectionWindow.close(site::bean, session.id());
    assertThat(ask("XFL", "One more").statusCode()).isEqualTo(409);
    assertThat(rapporteur.send(path + "/final").body()).contains("STOC-021");

    long correction = correction();
    HttpResponse<String> silent =
        rapporteur.send(path + "/corrections/" + correction, "decision", "decline");
    assertThat(silent.statusCode()).isEqualTo(409);
    assertThat(silent.body()).contains("STOC-023");
    long point = points().getFirst();
    rapporteur.send(
        session.workspace() + "/" + point,
        "seen",
        "1",
        "text",
        "Data must be open",
        "language",
        "en");
    rapporteur.send(
        path + "/corrections/" + correction, "decision", "accept", "answer", "Thank you");
    assertThat(rapporteur.send(path + "/final").statusCode()).isEqualTo(302);

    assertThat(reader.read(path).body())
        .contains("Final, version 2", "Data must be open", "Accepted.", "Thank you", "Ferrenland");
    assertThat(reader.read(path + "?version=2&compare=1").body())
        .contains("<del>should</del>", "<ins>must</ins>");
    assertThat(site.fetch(path + ".csv").body())
        .contains("Data should be open", "Data must be open");
  }

  @Test
  void staysOpenForItsTimeAndGoesOnWhenTheServersClockIsSetBack() throws Exception {
    rapporteur.send(path + "/publish", "hours", "1");
    Summaries earlier =
        new Summaries(
            site.bean(SummaryTable.class),
            site.bean(PointTable.class),
            site.bean(CorrectionTable.class),
            site.bean(PointFacts.class),
            site.bean(PublicRecord.class),
            site.bean(Revision.class),
            event -> {},
            Clock.offset(Clock.systemUTC(), Duration.ofHours(-2)));
    Session it = site.bean(Meetings.class).session(session.ref());
    long by =
        site.bean(Persons.class).findByEmail("rapporteur@example.org").orElseThrow().account();
    TransactionTemplate transactions = site.bean(TransactionTemplate.class);
    transactions.executeWithoutResult(status -> earlier.ask(it, 0, "XFL", "It was must", by));
    assertThatThrownBy(() -> transactions.execute(status -> earlier.makeFinal(it, by)))
        .hasMessageContaining("STOC-020");
    transactions.executeWithoutResult(status -> earlier.publish(it, Duration.ofHours(1), by));
    assertThat(reader.read(path).body()).contains("Draft, version 2", "It was must");
    assertThat(reader.read(path + "?version=1").statusCode()).isEqualTo(200);
  }

  @Test
  void keepsWhatWasTypedAndSaysAtItsFieldWhatIsTheMatter() throws Exception {
    rapporteur.send(path + "/publish", "hours", "48");
    assertThat(ferrenland.read(path).body())
        .contains("<option value=\"XFL\">Ferrenland</option>", " Data should be open</option>");
    String longer = "Too long. ".repeat(300);
    HttpResponse<String> refused = ask("XFL", longer);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("<title>Error: ", "href=\"#text\"", "id=\"text-wrong\"", "STOC-025")
        .contains(longer.strip());
  }

  @Test
  void doesNotChangeAPointOfAFinalSummary() throws Exception {
    finish();
    List<Long> before = points();
    String one = session.workspace() + "/" + before.getFirst();
    for (String act : List.of("", "/remove", "/split", "/move", "/sources")) {
      HttpResponse<String> refused =
          rapporteur.send(
              one + act,
              "seen",
              "1",
              "text",
              "A\nB",
              "language",
              "en",
              "to",
              "down",
              "statement",
              "S-1");
      assertThat(refused.statusCode()).as(act).isEqualTo(409);
      assertThat(refused.body())
          .as(act)
          .contains("The summary of session " + session.ref() + " is final", "with a reason");
    }
    assertThat(
            rapporteur
                .send(
                    session.workspace().replace("/en/", "/fr/"),
                    "text",
                    "Trop tard",
                    "language",
                    "fr")
                .body())
        .contains("est définitif", "Le secrétariat peut ouvrir une nouvelle version");
    assertThat(rapporteur.sendByScript(one, "1", "text", "Offline", "language", "en").body())
        .contains("\"status\":409", "STOC-016", "is final");
    assertThat(points()).isEqualTo(before);
    assertThat(
            site.bean(JdbcClient.class)
                .sql("select max(version) from stocktaking.point where session = :id")
                .param("id", session.id())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    HttpResponse<String> late =
        rapporteur.send(session.workspace(), "text", "Too late", "language", "en");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("STOC-016", "final");
    HttpResponse<String> edit =
        rapporteur.send(
            session.workspace() + "/" + points().getFirst(),
            "seen",
            "1",
            "text",
            "Changed",
            "language",
            "en");
    assertThat(edit.statusCode()).isEqualTo(409);
    assertThat(reader.read(path).body()).contains("Data should be open").doesNotContain("Changed");
  }

  @Test
  void isOpenedAgainByTheSecretariatAloneAndWithAReason() throws Exception {
    finish();
    Visitor secretariat = Visitor.as(site, "secretariat@example.org");
    assertThat(rapporteur.send(path + "/reopen", "reason", "I like to").statusCode())
        .isEqualTo(403);
    assertThat(secretariat.send(path + "/reopen", "reason", " ").statusCode()).isEqualTo(409);
    assertThat(secretariat.send(path + "/reopen", "reason", "A speaker was left out").statusCode())
        .isEqualTo(302);
    assertThat(reader.read(path).body()).contains("Draft, version 3", "A speaker was left out");
  }

  @Test
  void standsInThePublicRecordWithEachPointAndItsCorrection() throws Exception {
    finish();
    long point = points().getFirst();
    List<String> types =
        site.bean(JdbcClient.class)
            .sql("select type from record.entry where of_ref = :ref order by id")
            .param("ref", "PT-" + point)
            .query(String.class)
            .list();
    assertThat(types).containsExactly("point-published");
    Visitor.as(site, "secretariat@example.org").send(path + "/reopen", "reason", "A reason");
    rapporteur.send(
        session.workspace() + "/" + point, "seen", "1", "text", "Data is open", "language", "en");
    rapporteur.send(path + "/publish", "hours", "1");
    assertThat(
            site.bean(JdbcClient.class)
                .sql("select type from record.entry where of_ref = :ref order by id")
                .param("ref", "PT-" + point)
                .query(String.class)
                .list())
        .containsExactly("point-published", "correction");
  }

  private void finish() throws Exception {
    rapporteur.send(path + "/publish", "hours", "1");
    ObjectionWindow.close(site::bean, session.id());
    assertThat(rapporteur.send(path + "/final").statusCode()).isEqualTo(302);
  }

  private HttpResponse<String> ask(String stakeholder, String text) throws Exception {
    return ferrenland.send(
        path + "/corrections",
        "stakeholder",
        stakeholder,
        "point",
        Long.toString(points().getFirst()),
        "text",
        text);
  }

  private long correction() {
    return site.bean(JdbcClient.class)
        .sql(
            "select c.id from stocktaking.correction c join stocktaking.summary s on s.id = c.summary where s.session = :id")
        .param("id", session.id())
        .query(Long.class)
        .single();
  }

  private List<Long> points() {
    return site.bean(JdbcClient.class)
        .sql(
            "select id from stocktaking.point where session = :id and removed_at is null order by position")
        .param("id", session.id())
        .query(Long.class)
        .list();
  }
}

package vallarta.compact.stocktaking.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vallarta.compact.access.Role;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.participation.Persons;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.participation.meeting.Programme;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.participation.meeting.SessionType;
import vallarta.compact.record.RecordAudit;
import vallarta.compact.stocktaking.point.ObjectionWindow;

/// The chair's summary: outcomes by dimension, what has no answer, each sentence with what it rests
/// on, and versions that stay.
class ChairSummaryIT {

  private static RunningDemonstration site;
  private static Visitor chair;
  private static Visitor rapporteur;

  private String path = "";
  private String answered = "";
  private String open = "";
  private String promise = "";

  @BeforeAll
  static void signIn() throws Exception {
    site = RunningDemonstration.get();
    chair = Visitor.as(site, "co-chair@example.org");
    rapporteur = Visitor.as(site, "rapporteur@example.org");
  }

  /// A meeting of two points of which one is answered by a proposed commitment.
  @BeforeEach
  void hold() throws Exception {
    Programme programme = site.bean(Programme.class);
    ZoneId zone = ZoneId.of("Asia/Kathmandu");
    LocalDate day = LocalDate.of(2027, 2, 3);
    Meeting meeting =
        programme.convene("Summed up " + UUID.randomUUID(), "en", "", zone, day, day, true);
    Session session =
        programme.schedule(
            meeting,
            SessionType.ACTION_GROUP,
            "A group",
            "en",
            "local",
            "",
            day.atTime(9, 0).atZone(zone).toInstant(),
            day.atTime(11, 0).atZone(zone).toInstant());
    programme.assign(
        session,
        site.bean(Persons.class).findByEmail("rapporteur@example.org").orElseThrow(),
        Role.RAPPORTEUR);
    programme.publish(meeting);
    path = "/en/meetings/" + meeting.ref() + "/summary";
    String at = "/en/sessions/" + session.ref();
    answered = point(at, "Cities need a seat", session.id());
    open = point(at, "Schools take every child", session.id());
    rapporteur.send(at + "/summary/publish", "hours", "1");
    ObjectionWindow.close(site::bean, session.id());
    assertThat(rapporteur.send(at + "/summary/final").statusCode()).isEqualTo(302);
    HttpResponse<String> proposed =
        rapporteur.send(
            at + "/outcomes",
            "point",
            answered,
            "text",
            "The seat would be given",
            "language",
            "en",
            "dimension",
            "local");
    promise =
        proposed.headers().firstValue("Location").orElseThrow().replaceAll(".*(PC-\\d+).*", "$1");
  }

  @Test
  void laysOutcomesOutByDimensionAndShowsWhatHasNoAnswer() throws Exception {
    assertThat(site.fetch(path).body())
        .contains("Not issued: this is how the summary reads now.")
        .containsSubsequence(
            "2 points were kept; no proposed commitment answers 1 of them.",
            "<h2 id=\"local\">",
            "Proposed commitments",
            promise,
            "The seat would be given",
            "Answers:",
            answered,
            "Points that no proposed commitment answers",
            open,
            "Schools take every child")
        .contains("href=\"#local-open\"");
    assertThat(site.fetch(path + ".csv").body().lines())
        .anyMatch(it -> it.contains(",0,local,commitment," + promise))
        .anyMatch(it -> it.contains(",point," + answered) && it.endsWith("," + promise + ",,"))
        .anyMatch(it -> it.contains(",point," + open) && it.endsWith(",,,"));
  }

  @Test
  void isIssuedByTheChairAsAVersionThatStaysWhenTheOutcomesMove() throws Exception {
    assertThat(rapporteur.send(path, "remarks", "We saw " + open).statusCode()).isEqualTo(403);
    assertThat(Visitor.of(site).read(path).body()).doesNotContain("name=\"remarks\"");
    String sentence = "Cities were heard: %s, and schools, %s.".formatted(answered, open);
    assertThat(chair.send(path, "remarks", sentence, "language", "en").statusCode()).isEqualTo(302);
    String first = site.fetch(path).body();
    assertThat(first)
        .contains("Version 1<", "Cities were heard: ", "/en/points/" + answered, "CS-")
        .doesNotContain("have changed since");

    rapporteur.send(
        "/en/outcomes/" + promise, "seen", "1", "act", "withdraw", "reason", "Too early");
    assertThat(site.fetch(path).body())
        .contains("have changed since the newest version", "The seat would be given");
    assertThat(site.fetch(path + "?version=now").body())
        .contains("no proposed commitment answers 2 of them")
        .doesNotContain("The seat would be given");

    HttpResponse<String> again = chair.send(path, "remarks", sentence, "language", "en");
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("Say why there is a new version", "Cities were heard");
    assertThat(
            chair
                .send(path, "remarks", "", "language", "en", "reason", "A commitment was withdrawn")
                .statusCode())
        .isEqualTo(302);
    assertThat(site.fetch(path).body()).contains("Version 2<", "A commitment was withdrawn");
    assertThat(site.fetch(path + "?version=1").body()).contains("The seat would be given");
    assertThat(site.fetch(path + "?version=3").statusCode()).isEqualTo(404);
    assertThat(site.bean(RecordAudit.class).check().findings()).isEmpty();
    String reference = first.replaceAll("(?s).*(CS-\\d+).*", "$1");
    assertThat(site.fetch("/en/record/objects/" + reference).body()).contains("summary issued");
  }

  @Test
  void refusesASentenceThatRestsOnNothingAndNamesTheLine() throws Exception {
    String typed = "Fine: %s.\nEverybody was happy.\nSee PT-999999999.".formatted(open);
    HttpResponse<String> refused = chair.send(path, "remarks", typed, "language", "en");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Line 2 does not say what it rests on", "Line 3: no PT-999999999 is published")
        .contains("Everybody was happy.")
        .contains("<title>Error: ");
    assertThat(
            chair
                .send(path.replace("/en/", "/ar/"), "remarks", "x".repeat(30_000), "language", "ar")
                .body())
        .contains("والحد الأقصى");
    assertThat(versions()).isZero();
  }

  @Test
  void isADocumentToPrintAndToEdit() throws Exception {
    for (String ending : new String[] {".pdf", ".docx"}) {
      HttpResponse<String> answer = site.fetch(path + ending + "?version=now");
      assertThat(answer.statusCode()).as(ending).isEqualTo(200);
      assertThat(answer.body()).startsWith(ending.equals(".pdf") ? "%PDF-" : "PK");
    }
  }

  private String point(String session, String text, long number) throws Exception {
    rapporteur.send(session + "/workspace", "text", text, "language", "en", "dimension", "local");
    return site.bean(JdbcClient.class)
        .sql("select 'PT-' || max(id) from stocktaking.point where session = :session")
        .param("session", number)
        .query(String.class)
        .single();
  }

  private long versions() {
    return site.bean(JdbcClient.class)
        .sql("select count(*) from stocktaking.chair_summary where 'M-' || meeting = :ref")
        .param("ref", path.replaceAll(".*/(M-\\d+)/.*", "$1"))
        .query(Long.class)
        .single();
  }
}

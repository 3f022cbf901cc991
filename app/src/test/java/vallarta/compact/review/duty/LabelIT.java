package vallarta.compact.review.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Obligation;
import vallarta.compact.commitment.Pledges;
import vallarta.compact.commitment.Schedule;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Entry;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.review.Standing;
import vallarta.compact.review.Standings;

/// An overdue report is labelled for everybody; the actor contests the label, and the secretariat
/// withdraws or upholds it.
class LabelIT {

  private static RunningDemonstration site;
  private static Visitor ferrenland;
  private static Visitor ombarra;
  private static Visitor secretariat;

  private Commitment promised;
  private Duty duty;
  private String path;

  @BeforeAll
  static void signIn() throws Exception {
    site = RunningDemonstration.get();
    ferrenland = Visitor.as(site, "ferrenland@example.org");
    ombarra = Visitor.as(site, "ombarra@example.org");
    secretariat = Visitor.as(site, "secretariat@example.org");
  }

  @BeforeEach
  void label() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    promised =
        Pledges.at(site::bean, Instant.now())
            .publish(
                "XFL",
                List.of(),
                "Labelled " + UUID.randomUUID(),
                Obligation.LEGAL_DUTY,
                Schedule.ONCE,
                null,
                today.plusDays(90));
    duty = site.bean(Duties.class).ofCommitment(promised.id()).getFirst();
    path = "/en/labels/" + LateReports.label(site::bean, duty.ref());
  }

  @Test
  void isSeenByEverybodyInTheWordsOfHowBindingItIs() throws Exception {
    assertThat(site.fetch("/en/commitments/" + promised.ref()).body())
        .contains("Report overdue", "A report on this legal duty was owed by", ref());
    assertThat(site.fetch(path).body()).contains("Ferrenland", "was owed by", duty.ref());
    assertThat(site.fetch(path + ".json").body()).contains("\"state\":\"raised\"");
    assertThat(standing().standing()).isEqualTo(Standing.NO_REPORT);
    assertThat(standing().overdue()).isTrue();
    assertThat(acts()).containsExactly(ActType.LABEL_RAISED);
  }

  @Test
  void isContestedByTheActorAloneAndWithdrawnWithAReason() throws Exception {
    assertThat(ombarra.send(path + "/contest", "reason", "Not ours").statusCode()).isEqualTo(403);
    assertThat(ferrenland.send(path + "/contest", "reason", " ").statusCode()).isEqualTo(422);
    assertThat(ferrenland.send(path + "/contest", "reason", "It came on paper").statusCode())
        .isEqualTo(302);
    assertThat(ferrenland.send(path + "/contest", "reason", "Again").statusCode()).isEqualTo(409);
    assertThat(secretariat.read("/en/duties").body()).contains(ref(), "It came on paper");
    assertThat(site.fetch("/en/commitments/" + promised.ref()).body())
        .contains("The actor contests this", "It came on paper");
    assertThat(
            ferrenland.send(path + "/decide", "decision", "withdraw", "reason", "So").statusCode())
        .isEqualTo(403);
    assertThat(
            secretariat
                .send(path + "/decide", "decision", "withdraw", "reason", "It did come")
                .statusCode())
        .isEqualTo(302);
    assertThat(standing().overdue()).isFalse();
    assertThat(site.fetch(path).body()).contains("withdrew the label", "It did come");
    assertThat(site.fetch("/en/commitments/" + promised.ref()).body())
        .doesNotContain("Report overdue");
    assertThat(site.bean(Duties.class).get(duty.ref()).isOpen())
        .as("the report is still asked for")
        .isTrue();
    assertThat(acts())
        .containsExactly(ActType.LABEL_RAISED, ActType.LABEL_DECIDED, ActType.LABEL_DECIDED);
    HttpResponse<String> twice =
        secretariat.send(path + "/decide", "decision", "uphold", "reason", "No");
    assertThat(twice.statusCode()).isEqualTo(409);
    assertThat(twice.body()).contains("REV-106");
  }

  @Test
  void standsWhenItIsUpheld() throws Exception {
    secretariat.send(path + "/decide", "decision", "uphold", "reason", "Nothing came");
    assertThat(standing().overdue()).isTrue();
    assertThat(site.fetch("/en/commitments/" + promised.ref()).body())
        .contains("The secretariat upheld it", "Nothing came");
  }

  @Test
  void remindersArePutOffWithAReasonAndTheDateStays() throws Exception {
    String snooze = "/en/duties/" + duty.ref() + "/snooze";
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (String day : List.of(today.toString(), today.plusDays(91).toString(), "soon", "")) {
      HttpResponse<String> refused = ferrenland.send(snooze, "until", day, "reason", "We move");
      assertThat(refused.statusCode()).as(day).isEqualTo(422);
      assertThat(refused.body()).contains("REV-107");
    }
    String until = today.plusDays(30).toString();
    assertThat(ombarra.send(snooze, "until", until, "reason", "Ours").statusCode()).isEqualTo(403);
    assertThat(ferrenland.send(snooze, "until", until, "reason", "").statusCode()).isEqualTo(422);
    assertThat(ferrenland.send(snooze, "until", until, "reason", "We move").statusCode())
        .isEqualTo(302);
    assertThat(site.fetch("/en/commitments/" + promised.ref()).body())
        .contains("Reminders are put off until", "We move");
    assertThat(site.bean(Duties.class).get(duty.ref()).due()).isEqualTo(duty.due());
  }

  private Standing.Now standing() {
    return site.bean(Standings.class).find(promised.id()).orElseThrow();
  }

  private List<ActType> acts() {
    return site.bean(PublicRecord.class).history(ref()).stream().map(Entry::type).toList();
  }

  private String ref() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}

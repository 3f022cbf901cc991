package vallarta.compact.participation.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vallarta.compact.cli.RunningDemonstration;
import vallarta.compact.cli.Visitor;

/// A meeting in whose nights the clocks of the place change: no time is guessed, and none is told
/// that could be two.
class ClocksIT {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static RunningDemonstration site;
  private static Visitor secretariat;
  private static Programme programme;

  private Meeting autumn;

  @BeforeAll
  static void signIn() throws Exception {
    site = RunningDemonstration.get();
    secretariat = Visitor.as(site, "secretariat@example.org");
    programme = site.bean(Programme.class);
  }

  @BeforeEach
  void convene() {
    autumn = convene(LocalDate.of(2026, 10, 24));
  }

  @Test
  void refusesATimeThatTheClocksShowTwiceAndKeepsWhatWasEntered() throws Exception {
    HttpResponse<String> answer = schedule(autumn, "en", "2026-10-25T02:30", "2026-10-25T04:00");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "2026-10-25 02:30 exists twice in Europe/Berlin: the clocks go back from 03:00 to 02:00",
            "Choose a time that exists once",
            "value=\"Night session\"",
            "value=\"2026-10-25T02:30\"");
    assertThat(schedule(autumn, "es", "2026-10-25T01:30", "2026-10-25T02:30").body())
        .contains("existe dos veces en", "Europe/Berlin", "02:00");
    assertThat(sessions(autumn)).isEmpty();
  }

  @Test
  void refusesATimeThatTheClocksLeaveOut() throws Exception {
    Meeting spring = convene(LocalDate.of(2026, 3, 28));
    HttpResponse<String> answer = schedule(spring, "en", "2026-03-29T02:30", "2026-03-29T04:00");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "2026-03-29 02:30 does not exist in Europe/Berlin: the clocks go from 02:00 to 03:00",
            "Choose a time before or after that");
    assertThat(schedule(spring, "ar", "2026-03-29T02:30", "2026-03-29T04:00").body())
        .contains("غير موجود في");
    assertThat(sessions(spring)).isEmpty();
    assertThat(schedule(spring, "en", "2026-03-29T01:30", "2026-03-29T03:30").statusCode())
        .isEqualTo(302);
    Session short_ = sessions(spring).getFirst();
    assertThat(Duration.between(short_.beginsAt(), short_.endsAt())).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void tellsTheTimesOfASessionThatRunsThroughTheChange() throws Exception {
    schedule(autumn, "en", "2026-10-25T01:30", "2026-10-25T04:00");
    Session night = sessions(autumn).getFirst();
    assertThat(night.beginsAt()).isEqualTo(Instant.parse("2026-10-24T23:30:00Z"));
    assertThat(night.endsAt()).isEqualTo(Instant.parse("2026-10-25T03:00:00Z"));
    assertThat(site.fetch("/en/meetings/" + autumn.ref()).body())
        .contains("01:30–04:00 (Germany Time, UTC+02:00–UTC+01:00)");
    assertThat(site.fetch("/en/meetings/" + autumn.ref() + ".csv").body())
        .contains("2026-10-25T01:30+02:00,2026-10-25T04:00+01:00,Europe/Berlin");
    assertThat(begins(night)).isEqualTo(night.beginsAt());
  }

  @Test
  void tellsWhichOfTwoTimesASessionBeginsAtAndKeepsItWhenSomethingElseIsChanged() throws Exception {
    // The second half past two, one hour after the first.
    Instant second = Instant.parse("2026-10-25T01:30:00Z");
    Session night =
        programme.schedule(
            autumn,
            SessionType.PLENARY,
            "Second half past two",
            "en",
            "",
            "",
            second,
            second.plus(Duration.ofHours(2)));
    assertThat(site.fetch("/en/sessions/" + night.ref()).body())
        .contains("25 October 2026, 02:30 (Germany Time, UTC+01:00)");
    assertThat(site.fetch("/en/meetings/" + autumn.ref()).body())
        .contains("02:30–04:30 (Germany Time, UTC+01:00)");
    assertThat(begins(night)).isEqualTo(second);
    HttpResponse<String> changed =
        secretariat.send(
            "/en/sessions/" + night.ref() + "/edit",
            "title",
            "Another title",
            "begins",
            "2026-10-25T02:30",
            "ends",
            "2026-10-25T05:00");
    assertThat(changed.statusCode()).isEqualTo(302);
    Session after = sessions(autumn).getFirst();
    assertThat(after.title()).isEqualTo("Another title");
    assertThat(after.beginsAt()).isEqualTo(second);
    assertThat(after.endsAt()).isEqualTo(Instant.parse("2026-10-25T04:00:00Z"));
  }

  private static Meeting convene(LocalDate first) {
    Meeting it =
        programme.convene(
            "Clocks " + UUID.randomUUID(), "en", "", BERLIN, first, first.plusDays(2), true);
    programme.publish(it);
    return site.bean(Meetings.class).get(it.ref());
  }

  private static HttpResponse<String> schedule(
      Meeting meeting, String language, String begins, String ends) throws Exception {
    return secretariat.send(
        "/%s/meetings/%s/sessions".formatted(language, meeting.ref()),
        "title",
        "Night session",
        "begins",
        begins,
        "ends",
        ends);
  }

  private static List<Session> sessions(Meeting meeting) {
    return site.bean(Meetings.class).sessions(meeting);
  }

  /// When a calendar application lets a session begin.
  private static Instant begins(Session session) throws Exception {
    String body = site.fetch("/en/sessions/" + session.ref() + ".ics").body();
    VEvent event =
        (VEvent)
            new CalendarBuilder().build(new StringReader(body)).getComponents("VEVENT").getFirst();
    return Instant.from(event.getDateTimeStart().getDate());
  }
}

package vallarta.compact.participation.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vallarta.compact.web.DomainFailure;

/// The calendar as ical4j reads it, which is no code of ours.
class CalendarTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Berlin",
        "America/Mexico_City",
        "Asia/Kathmandu",
        "America/Los_Angeles",
        "Asia/Seoul"
      })
  void tellsEachSessionOnBothSidesOfAChangeOfTheClocks(String zone) throws Exception {
    List<Session> sessions =
        List.of(
            session(1, zone, "2026-03-07T09:00", "Before"),
            session(2, zone, "2026-07-01T09:00", "Summer"),
            session(3, zone, "2026-11-02T09:00", "Winter"));
    var read = read(Calendar.of("All", sessions, "example.org", NOW, ref -> "https://x/" + ref));
    List<VEvent> events = read.getComponents("VEVENT");
    assertThat(events).hasSize(3);
    for (int i = 0; i < 3; i++) {
      ZonedDateTime start = (ZonedDateTime) events.get(i).getDateTimeStart().getDate();
      assertThat(start.toInstant()).isEqualTo(sessions.get(i).beginsAt());
    }
    assertThat(read.validate().getEntries()).isEmpty();
  }

  @Test
  void escapesTextAndFoldsNoCharacterApart() throws Exception {
    String title = "议程;与会者, 代表\\团\n" + "长".repeat(60);
    byte[] bytes =
        Calendar.of(
            "All",
            List.of(session(1, "Asia/Shanghai", "2026-03-07T09:00", title)),
            "example.org",
            NOW,
            ref -> ref);
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("\r\n")) {
      assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
    }
    VEvent event = (VEvent) read(bytes).getComponents("VEVENT").getFirst();
    assertThat(event.getSummary().getValue()).isEqualTo(title);
  }

  @Test
  void tellsACancelledSessionUnderTheSameIdentifier() throws Exception {
    Session held = session(7, "Europe/Berlin", "2026-03-07T09:00", "Panel");
    Session off =
        new Session(
            7,
            held.meeting(),
            held.type(),
            held.title(),
            "en",
            "",
            "",
            held.beginsAt(),
            held.endsAt(),
            3,
            true);
    VEvent event =
        (VEvent)
            read(Calendar.of("All", List.of(off), "example.org", NOW, ref -> ref))
                .getComponents("VEVENT")
                .getFirst();
    assertThat(event.getUid().orElseThrow().getValue()).isEqualTo("SE-7@example.org");
    assertThat(event.getStatus().getValue()).isEqualTo("CANCELLED");
    assertThat(event.getSequence().getSequenceNo()).isEqualTo(3);
  }

  @Test
  void asksForAnotherTimeWhereTheClocksChange() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    assertThatThrownBy(() -> Programme.moment(LocalDateTime.parse("2026-03-29T02:30"), berlin))
        .isInstanceOf(DomainFailure.class)
        .hasMessageContaining("PART-023")
        .hasMessageContaining("03:00");
    assertThatThrownBy(() -> Programme.moment(LocalDateTime.parse("2026-10-25T02:30"), berlin))
        .isInstanceOf(DomainFailure.class)
        .hasMessageContaining("PART-024");
    assertThat(Programme.moment(LocalDateTime.parse("2026-10-25T03:30"), berlin))
        .isEqualTo(Instant.parse("2026-10-25T02:30:00Z"));
  }

  private static net.fortuna.ical4j.model.Calendar read(byte[] bytes) throws Exception {
    return new CalendarBuilder().build(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
  }

  private static Session session(long id, String zone, String begins, String title) {
    ZoneId of = ZoneId.of(zone);
    Instant begin = LocalDateTime.parse(begins).atZone(of).toInstant();
    Meeting meeting =
        new Meeting(
            1,
            "Meeting",
            "en",
            "Here",
            of,
            LocalDate.of(2026, 3, 7),
            LocalDate.of(2026, 11, 2),
            true,
            true);
    return new Session(
        id,
        meeting,
        SessionType.PLENARY,
        title,
        "en",
        "",
        "Room",
        begin,
        begin.plusSeconds(5400),
        0,
        false);
  }
}

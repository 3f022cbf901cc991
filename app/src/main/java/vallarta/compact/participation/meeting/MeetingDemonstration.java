package vallarta.compact.participation.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.access.Role;
import vallarta.compact.cli.Demonstration;
import vallarta.compact.cli.Progress;
import vallarta.compact.participation.Persons;

/// The meetings of the demonstration: the stocktaking at Puerto Vallarta with the sessions that the
/// observer's report tells of, whose hours and rooms nobody told and which are invented; a meeting
/// across a change of the clocks; and one that is held today.
@Component
class MeetingDemonstration implements Demonstration {

  private static final String OBSERVED =
      "Stocktaking meeting, Puerto Vallarta (hours and rooms invented)";
  private static final String CHANGE = "Regional review across a change of the clocks";
  private static final String TODAY = "Exercise of the demonstration";

  private final Meetings meetings;
  private final Programme programme;
  private final Persons persons;
  private final Clock clock;

  MeetingDemonstration(Meetings meetings, Programme programme, Persons persons, Clock clock) {
    this.meetings = meetings;
    this.programme = programme;
    this.persons = persons;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 260;
  }

  @Override
  @Transactional
  public void load(Progress progress) {
    List<String> there = meetings.list().stream().map(Meeting::title).toList();
    if (!there.contains(OBSERVED)) {
      observed();
    }
    if (!there.contains(CHANGE)) {
      change();
    }
    if (!there.contains(TODAY)) {
      today();
    }
  }

  private void observed() {
    LocalDate first = LocalDate.of(2017, 12, 4);
    Meeting it =
        convene(OBSERVED, "Puerto Vallarta, Mexico", "America/Mexico_City", first, 3, false);
    add(
        it,
        SessionType.PANEL,
        "Retrospection: looking back on phase 1",
        "",
        "Hall A",
        first,
        "10:00",
        "12:30");
    add(it, SessionType.LAB_TALK, "Lab: data and evidence", "", "Hall B", first, "15:00", "15:45");
    add(
        it,
        SessionType.LAB_TALK,
        "Lab: perceptions and narrative",
        "",
        "Hall B",
        first,
        "16:00",
        "16:45");
    add(
        it,
        SessionType.LAB_TALK,
        "Lab: migration and identity",
        "",
        "Hall B",
        first,
        "17:00",
        "17:45");
    int room = 1;
    for (String dimension : Session.DIMENSIONS) {
      Session group =
          add(
              it,
              SessionType.ACTION_GROUP,
              "Action group: %s dimension".formatted(dimension),
              dimension,
              "Room " + room++,
              first.plusDays(1),
              "09:30",
              "13:00");
      serve(group);
    }
    add(
        it,
        SessionType.PANEL,
        "Follow-up and implementation",
        "",
        "Hall A",
        first.plusDays(2),
        "10:00",
        "12:00");
    add(
        it,
        SessionType.CONCLUDING,
        "Concluding session",
        "",
        "Hall A",
        first.plusDays(2),
        "12:30",
        "14:00");
    programme.publish(it);
  }

  private void change() {
    LocalDate first = LocalDate.of(2026, 10, 24);
    Meeting it = convene(CHANGE, "Port Kassel, Ferrenland", "Europe/Berlin", first, 2, true);
    add(
        it,
        SessionType.PLENARY,
        "Opening, on summer time",
        "",
        "Great hall",
        first,
        "09:00",
        "11:00");
    add(
        it,
        SessionType.PLENARY,
        "Closing, on winter time",
        "",
        "Great hall",
        first.plusDays(1),
        "09:00",
        "11:00");
    programme.publish(it);
  }

  private void today() {
    ZoneId zone = ZoneId.of("America/Mexico_City");
    LocalDate today = LocalDate.now(clock.withZone(zone));
    Meeting it = convene(TODAY, "Port Kassel, Ferrenland", zone.getId(), today, 2, true);
    for (int day = 0; day < 2; day++) {
      LocalDate on = today.plusDays(day);
      add(it, SessionType.PLENARY, "Plenary, day " + (day + 1), "", "Hall", on, "00:00", "12:00");
      Session group =
          add(
              it,
              SessionType.ACTION_GROUP,
              "Exercise group: national dimension, day " + (day + 1),
              "national",
              "Room B",
              on,
              "12:00",
              "23:59");
      serve(group);
    }
    lab(it, today, "Exercise lab: data and evidence", "09:00", "09:45");
    lab(it, today.plusDays(1), "Exercise lab: perceptions and narrative", "09:00", "09:45");
    lab(it, today.plusDays(1), "Exercise lab: migration and identity", "10:00", "10:45");
    programme.publish(it);
  }

  private void lab(Meeting of, LocalDate day, String title, String begins, String ends) {
    add(of, SessionType.LAB_TALK, title, "", "Lab", day, begins, ends);
  }

  private Meeting convene(
      String title, String place, String zone, LocalDate first, int days, boolean fictional) {
    return programme.convene(
        title, "en", place, ZoneId.of(zone), first, first.plusDays(days - 1L), fictional);
  }

  private Session add(
      Meeting to,
      SessionType type,
      String title,
      String dimension,
      String room,
      LocalDate day,
      String begins,
      String ends) {
    return programme.schedule(
        to,
        type,
        title,
        "en",
        dimension,
        room,
        Programme.moment(LocalDateTime.of(day, LocalTime.parse(begins)), to.zone()),
        Programme.moment(LocalDateTime.of(day, LocalTime.parse(ends)), to.zone()));
  }

  private void serve(Session session) {
    programme.assign(
        session, persons.findByEmail("moderator@example.org").orElseThrow(), Role.MODERATOR);
    programme.assign(
        session, persons.findByEmail("rapporteur@example.org").orElseThrow(), Role.RAPPORTEUR);
  }
}

package vallarta.compact.participation.floor;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.cli.Demonstration;
import vallarta.compact.cli.Progress;
import vallarta.compact.participation.Person;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.participation.meeting.Meetings;
import vallarta.compact.participation.meeting.Session;
import vallarta.compact.participation.meeting.SessionType;

/// The speakers' list of the demonstration, in the exercise group of its first day: some spoke,
/// some wait, and the moderator can give the floor. All of it is invented.
@Component
class FloorDemonstration implements Demonstration {

  private record Spoken(String stakeholder, Person.Gender gender, Duration spoke) {}

  private static final List<Spoken> SPOKE =
      List.of(
          new Spoken("XFL", Person.Gender.WOMAN, Duration.ofSeconds(171)),
          new Spoken("en-lantern-children", Person.Gender.NOT_GIVEN, Duration.ofSeconds(128)));
  private static final List<String> WAITING = List.of("XOB", "en-univ-ombarra", "XFL");

  private final Meetings meetings;
  private final Stakeholders stakeholders;
  private final Floor floor;
  private final TurnTable table;
  private final Clock clock;

  FloorDemonstration(
      Meetings meetings, Stakeholders stakeholders, Floor floor, TurnTable table, Clock clock) {
    this.meetings = meetings;
    this.stakeholders = stakeholders;
    this.floor = floor;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 265;
  }

  @Override
  @Transactional
  public void load(Progress progress) {
    meetings.list().stream()
        .filter(it -> it.title().equals("Exercise of the demonstration"))
        .flatMap(it -> meetings.sessions(it).stream())
        .filter(it -> it.type() == SessionType.ACTION_GROUP)
        .findFirst()
        .filter(it -> table.read(it.id()).version() == 0)
        .ifPresent(this::load);
  }

  private void load(Session session) {
    floor.open(session, true);
    Instant at = clock.instant().minus(Duration.ofMinutes(10));
    for (Spoken it : SPOKE) {
      long turn = ask(session, it.stakeholder(), it.gender());
      table.change(turn, Turn.State.DONE, at, at.plus(it.spoke()));
      at = at.plus(it.spoke()).plusSeconds(20);
    }
    WAITING.forEach(it -> ask(session, it, Person.Gender.NOT_GIVEN));
  }

  private long ask(Session session, String key, Person.Gender gender) {
    Stakeholder stakeholder = stakeholders.find(key).orElseThrow();
    int before = table.read(session.id()).turns().size();
    String mark = session.ref() + key + before;
    UUID form = UUID.nameUUIDFromBytes(mark.getBytes(StandardCharsets.UTF_8));
    floor.ask(session, stakeholder, 0, gender, form);
    return table.read(session.id()).turns().getLast().id();
  }
}

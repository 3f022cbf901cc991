package vallarta.compact.participation.meeting;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.access.Role;
import vallarta.compact.participation.Mandates;
import vallarta.compact.participation.Person;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.PublicRecord;
import vallarta.compact.store.Revision;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.Field;

/// How a programme is made: meetings and sessions are entered, published and changed. What is
/// published is an act of the public record, and so is each change after that.
@Service
public class Programme {

  private static final Set<Role> OFFICERS = Set.of(Role.MODERATOR, Role.RAPPORTEUR, Role.PANELLIST);

  private final JdbcClient jdbc;
  private final Meetings meetings;
  private final Mandates mandates;
  private final MeetingFacts facts;
  private final PublicRecord publicRecord;
  private final Revision revision;
  private final Clock clock;

  Programme(
      JdbcClient jdbc,
      Meetings meetings,
      Mandates mandates,
      MeetingFacts facts,
      PublicRecord publicRecord,
      Revision revision,
      Clock clock) {
    this.jdbc = jdbc;
    this.meetings = meetings;
    this.mandates = mandates;
    this.facts = facts;
    this.publicRecord = publicRecord;
    this.revision = revision;
    this.clock = clock;
  }

  /// Enters a meeting, which nobody sees before it is published.
  @Transactional
  public Meeting convene(
      String title,
      String language,
      String place,
      ZoneId zone,
      LocalDate first,
      LocalDate last,
      boolean fictional) {
    check(title, place);
    if (last.isBefore(first)) {
      throw failure("PART-021", "participation.failure.days", Map.of());
    }
    long id =
        jdbc.sql(
                """
                insert into participation.meeting (title, title_language, place, zone, first_day, last_day, fictional, changed_at)
                values (:title, :language, :place, :zone, :first, :last, :fictional, :now) returning id
                """)
            .param("title", title.strip())
            .param("language", language)
            .param("place", place.strip())
            .param("zone", zone.getId())
            .param("first", first)
            .param("last", last)
            .param("fictional", fictional)
            .param("now", Timestamp.from(clock.instant()))
            .query(Long.class)
            .single();
    return meetings.get("M-" + id);
  }

  /// Shows a meeting with its programme to everybody.
  @Transactional
  public void publish(Meeting meeting) {
    int shown =
        jdbc.sql(
                "update participation.meeting set published = true where id = :id and not published")
            .param("id", meeting.id())
            .update();
    if (shown == 1) {
      publicRecord.enter(List.of(new Act(ActType.MEETING_PUBLISHED, facts.meeting(meeting.id()))));
      meetings.sessions(meeting).forEach(it -> enter(ActType.SESSION_PUBLISHED, it.id()));
      revision.touch();
    }
  }

  /// Adds a session to the programme.
  @Transactional
  public Session schedule(
      Meeting meeting,
      SessionType type,
      String title,
      String language,
      String dimension,
      String room,
      Instant begins,
      Instant ends) {
    check(title, room);
    check(begins, ends);
    long id =
        jdbc.sql(
                """
                insert into participation.session (meeting, type, title, title_language, dimension, room, begins_at, ends_at, changed_at)
                values (:meeting, :type, :title, :language, :dimension, :room, :begins, :ends, :now) returning id
                """)
            .param("meeting", meeting.id())
            .param("type", type.tag())
            .param("title", title.strip())
            .param("language", language)
            .param("dimension", dimension)
            .param("room", room.strip())
            .param("begins", Timestamp.from(begins))
            .param("ends", Timestamp.from(ends))
            .param("now", Timestamp.from(clock.instant()))
            .query(Long.class)
            .single();
    if (meeting.published()) {
      enter(ActType.SESSION_PUBLISHED, id);
    }
    return meetings.session("SE-" + id);
  }

  /// Moves a session, or takes it off the programme; calendars learn of it by its sequence.
  @Transactional
  public Session change(
      Session session, String title, String room, Instant begins, Instant ends, boolean cancelled) {
    check(title, room);
    check(begins, ends);
    jdbc.sql(
            """
            update participation.session set title = :title, room = :room, begins_at = :begins, ends_at = :ends,
              cancelled_at = case when :cancelled then coalesce(cancelled_at, :now) end,
              sequence = sequence + 1, changed_at = :now where id = :id
            """)
        .param("title", title.strip())
        .param("room", room.strip())
        .param("begins", Timestamp.from(begins))
        .param("ends", Timestamp.from(ends))
        .param("cancelled", cancelled)
        .param("now", Timestamp.from(clock.instant()))
        .param("id", session.id())
        .update();
    if (session.meeting().published()) {
      enter(ActType.CORRECTION, session.id());
    }
    return meetings.session(session.ref());
  }

  /// Lets a person serve a session in a role for which they hold a mandate at that time.
  @Transactional
  public void assign(Session session, Person person, Role role) {
    boolean holds =
        OFFICERS.contains(role)
            && mandates.ofPerson(person.id()).stream()
                .anyMatch(it -> it.role() == role && it.holdsAt(session.beginsAt()));
    if (!holds) {
      throw failure(
          "PART-022", "participation.failure.no-such-mandate", Map.of("session", session.ref()));
    }
    jdbc.sql(
            """
            insert into participation.session_officer (session, person, role)
            values (:session, :person, :role) on conflict do nothing
            """)
        .param("session", session.id())
        .param("person", person.id())
        .param("role", role.tag())
        .update();
  }

  /// Lets a person serve a session in that role no longer: the right is gone with the commit.
  @Transactional
  public void relieve(Session session, long person, Role role) {
    jdbc.sql(
            """
            delete from participation.session_officer
            where session = :session and person = :person and role = :role
            """)
        .param("session", session.id())
        .param("person", person)
        .param("role", role.tag())
        .update();
  }

  /// The moment of a time on the clocks of a place. At a change of the clocks some times do not
  /// exist there and some exist twice: both are told, never guessed.
  ///
  /// @throws DomainFailure that names the times that can be meant
  public static Instant moment(LocalDateTime local, ZoneId zone) {
    if (zone.getRules().getValidOffsets(local).size() == 1) {
      return local.atZone(zone).toInstant();
    }
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    throw failure(
        change.isGap() ? "PART-023" : "PART-024",
        change.isGap() ? "participation.failure.no-such-time" : "participation.failure.time-twice",
        Map.of(
            "time", local.toString().replace('T', ' '),
            "zone", zone.getId(),
            "before", change.getDateTimeBefore().toLocalTime().toString(),
            "after", change.getDateTimeAfter().toLocalTime().toString()));
  }

  private static void check(String title, String place) {
    if (Field.text(title, Field.LINE).isEmpty()) {
      throw failure("PART-020", "participation.failure.no-title", Map.of());
    }
    Field.text(place, Field.LINE);
  }

  private static void check(Instant begins, Instant ends) {
    if (!ends.isAfter(begins)) {
      throw failure("PART-025", "participation.failure.session-ends", Map.of());
    }
  }

  private void enter(ActType type, long session) {
    publicRecord.enter(List.of(new Act(type, facts.session(session))));
    revision.touch();
  }

  private static DomainFailure failure(String code, String key, Map<String, Object> arguments) {
    return new DomainFailure(code, key, arguments, HttpStatus.UNPROCESSABLE_ENTITY);
  }
}

package vallarta.compact.participation.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.access.Actor;
import vallarta.compact.access.Role;
import vallarta.compact.web.DomainFailure;

/// The register of meetings and their sessions, for reading.
@Service
@Transactional(readOnly = true)
public class Meetings {

  private static final String MEETING =
      """
      m.id as meeting_id, m.title as meeting_title, m.title_language as meeting_language, m.place, m.zone,
      m.first_day, m.last_day, m.published, m.fictional
      """;
  private static final String SESSION =
      "select s.*, "
          + MEETING
          + " from participation.session s join participation.meeting m on m.id = s.meeting where ";

  private final JdbcClient jdbc;

  Meetings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// All of them, the newest first, unpublished ones too.
  public List<Meeting> list() {
    return jdbc.sql(
            "select " + MEETING + " from participation.meeting m order by m.first_day desc, m.id")
        .query((row, n) -> meeting(row))
        .list();
  }

  /// The meeting of that reference (`M-1`).
  public Optional<Meeting> find(String ref) {
    return jdbc.sql("select " + MEETING + " from participation.meeting m where 'M-' || m.id = :ref")
        .param("ref", ref)
        .query((row, n) -> meeting(row))
        .optional();
  }

  /// The meeting of that reference.
  ///
  /// @throws DomainFailure answered with 404
  public Meeting get(String ref) {
    return find(ref).orElseThrow(() -> noMeeting(ref));
  }

  /// The meeting of that reference, as far as a reader may know of it.
  ///
  /// @throws DomainFailure answered with 404, for one that is not published too
  public Meeting visible(Actor actor, String ref) {
    Meeting meeting = get(ref);
    if (!meeting.published() && !actor.is(Role.SECRETARIAT)) {
      throw noMeeting(ref);
    }
    return meeting;
  }

  /// The roles in which persons serve a session, with their names, but for persons at risk.
  public List<Officer> officers(Session session) {
    return serving(session).stream().filter(it -> !it.atRisk()).toList();
  }

  /// All who serve a session, for the secretariat.
  List<Officer> serving(Session session) {
    return jdbc.sql(
            """
            select o.role, p.name, p.id, p.at_risk from participation.session_officer o
            join participation.person p on p.id = o.person
            where o.session = :id order by o.role, p.name
            """)
        .param("id", session.id())
        .query((row, n) ->
            new Officer(
                Role.of(row.getString(1)), row.getString(2), row.getLong(3), row.getBoolean(4)))
        .list();
  }

  /// Somebody who serves a session: those who chair and report are named in the programme.
  ///
  /// @param person number in the register
  /// @param atRisk whether the person is named to the secretariat alone
  public record Officer(Role role, String name, long person, boolean atRisk) {}

  /// The sessions of a meeting in their order, cancelled ones too.
  public List<Session> sessions(Meeting meeting) {
    return jdbc.sql(SESSION + "s.meeting = :id order by s.begins_at, s.room, s.id")
        .param("id", meeting.id())
        .query((row, n) -> session(row))
        .list();
  }

  /// What a person has to be at or wants to be at: the sessions that they serve by a mandate in
  /// force then, and those of published meetings that they chose, in their order.
  List<Session> agenda(long account) {
    return jdbc.sql(
            SESSION
                + """
                s.id in (
                  select o.session from participation.session_officer o
                  join participation.person p on p.id = o.person
                  join participation.mandate d on d.person = o.person and d.role = o.role
                    and d.begins_at <= s.begins_at and (d.ends_at is null or d.ends_at > s.begins_at)
                  where p.account = :account)
                or m.published and s.id in (
                  select session from participation.agenda_session where account = :account)
                order by s.begins_at, s.id
                """)
        .param("account", account)
        .query((row, n) -> session(row))
        .list();
  }

  /// Pairs of sessions of a meeting that take place at once and need the same room or person.
  List<Overlap> overlaps(Meeting meeting) {
    return jdbc.sql(
            """
            with held as (
              select s.id, s.title, s.begins_at, s.ends_at, s.room, coalesce(o.person, 0) as person, coalesce(p.name, '') as name
              from participation.session s
              left join participation.session_officer o on o.session = s.id
              left join participation.person p on p.id = o.person
              where s.meeting = :id and s.cancelled_at is null)
            select distinct a.id, a.title, b.id, b.title, case when a.person = b.person and a.person <> 0 then a.name else '' end as name,
              case when a.room = b.room then a.room else '' end as room
            from held a join held b on a.id < b.id and a.begins_at < b.ends_at and b.begins_at < a.ends_at
            where a.room <> '' and a.room = b.room or a.person <> 0 and a.person = b.person
            order by a.id, b.id
            """)
        .param("id", meeting.id())
        .query((row, n) ->
            new Overlap(
                "SE-" + row.getLong(1),
                row.getString(2),
                "SE-" + row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6)))
        .list();
  }

  /// Two sessions that take place at once.
  ///
  /// @param name of the person who serves both, or empty
  /// @param room of both, or empty
  record Overlap(
      String ref, String title, String otherRef, String otherTitle, String name, String room) {}

  /// The session of that reference (`SE-4`).
  public Optional<Session> findSession(String ref) {
    return jdbc.sql(SESSION + "'SE-' || s.id = :ref")
        .param("ref", ref)
        .query((row, n) -> session(row))
        .optional();
  }

  /// The session of that reference.
  ///
  /// @throws DomainFailure answered with 404
  public Session session(String ref) {
    return findSession(ref).orElseThrow(() -> noSession(ref));
  }

  /// What is told of a session that is not there, or not yet for everybody.
  public static DomainFailure noSession(String ref) {
    return new DomainFailure(
        "PART-010",
        "participation.failure.no-session",
        Map.of("session", ref),
        HttpStatus.NOT_FOUND);
  }

  public static DomainFailure noMeeting(String ref) {
    return new DomainFailure(
        "PART-011",
        "participation.failure.no-meeting",
        Map.of("meeting", ref),
        HttpStatus.NOT_FOUND);
  }

  static Meeting meeting(ResultSet row) throws SQLException {
    return new Meeting(
        row.getLong("meeting_id"),
        row.getString("meeting_title"),
        row.getString("meeting_language"),
        row.getString("place"),
        ZoneId.of(row.getString("zone")),
        row.getDate("first_day").toLocalDate(),
        row.getDate("last_day").toLocalDate(),
        row.getBoolean("published"),
        row.getBoolean("fictional"));
  }

  static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getLong("id"),
        meeting(row),
        SessionType.of(row.getString("type")),
        row.getString("title"),
        row.getString("title_language"),
        row.getString("dimension"),
        row.getString("room"),
        row.getTimestamp("begins_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(),
        row.getInt("sequence"),
        row.getTimestamp("cancelled_at") != null);
  }
}

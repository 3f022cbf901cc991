package vallarta.compact.stocktaking.point;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The points that were published, each as it reads in the newest summary that speaks of it, of
/// meetings that everybody may see.
@Service
public class PublishedPoints {

  /// @param session reference of the session (`SE-4`)
  /// @param meeting reference of the meeting (`M-1`)
  /// @param isFinal whether the summary is the last word
  /// @param fictional whether the meeting is invented for the demonstration
  /// @param mergedInto reference of the point that took it in, or empty
  public record Published(
      Summary.Kept kept,
      String session,
      String sessionTitle,
      String sessionTitleLanguage,
      String meeting,
      String meetingTitle,
      String meetingTitleLanguage,
      boolean isFinal,
      boolean fictional,
      String mergedInto) {}

  private static final String ALL =
      """
      select * from (
        select distinct on (k.point) k.*, s.final, s.session, e.title as session_title,
          e.title_language as session_language, m.id as meeting, m.title as meeting_title,
          m.title_language as meeting_language, m.fictional, e.begins_at,
          coalesce('PT-' || p.merged_into, '') as merged
        from stocktaking.summary_point k
        join stocktaking.summary s on s.id = k.summary
        join stocktaking.point p on p.id = k.point
        join participation.session e on e.id = s.session
        join participation.meeting m on m.id = e.meeting
        where m.published
        order by k.point, s.version desc) as newest
      """;

  private final JdbcClient jdbc;

  PublishedPoints(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Those that stand, by meeting, session and place.
  @Transactional(readOnly = true)
  public List<Published> list() {
    return query(" where not left_out order by begins_at desc, session, position, point", 0);
  }

  /// Those of a session that stand.
  @Transactional(readOnly = true)
  public List<Published> ofSession(long session) {
    return query(" where not left_out and session = :value order by position, point", session);
  }

  /// Those of all sessions of a meeting that stand.
  @Transactional(readOnly = true)
  public List<Published> ofMeeting(long meeting) {
    return query(
        " where not left_out and meeting = :value order by begins_at, session, position, point",
        meeting);
  }

  /// The point of that number, left out or not.
  @Transactional(readOnly = true)
  public Optional<Published> find(String ref) {
    return ref.matches("PT-[0-9]{1,18}")
        ? query(" where point = :value", Long.parseLong(ref.substring(3))).stream().findFirst()
        : Optional.empty();
  }

  /// Those behind which a statement stands, left out ones too.
  @Transactional(readOnly = true)
  public List<Published> ofStatement(long statement) {
    return query(" where 'S-' || :value = any (sources) order by point", statement);
  }

  private List<Published> query(String rest, long value) {
    return jdbc.sql(ALL + rest)
        .param("value", value)
        .query((row, n) ->
            new Published(
                new Summary.Kept(
                    row.getLong("point"),
                    PointTable.wording(row),
                    PointTable.texts(row.getArray("sources")),
                    row.getBoolean("left_out")),
                "SE-" + row.getLong("session"),
                row.getString("session_title"),
                row.getString("session_language"),
                "M-" + row.getLong("meeting"),
                row.getString("meeting_title"),
                row.getString("meeting_language"),
                row.getBoolean("final"),
                row.getBoolean("fictional"),
                row.getString("merged")))
        .list();
  }
}

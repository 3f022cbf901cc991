package vallarta.compact.stocktaking.point;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of points. Every change leaves the version that it makes in `point_version`.
@Component
class PointTable {

  private static final String ALL =
      """
      select p.*, coalesce(p.merged_into, 0) as merged, coalesce(n.name, '') as changed_name,
        array(select 'S-' || statement from stocktaking.point_source where point = p.id order by statement) as sources
      from stocktaking.point p left join participation.person n on n.account = p.changed_by
      """;

  private final JdbcClient jdbc;

  PointTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Holds the points of a session for this transaction: two who reorder, merge or publish wait for
  /// each other.
  void lock(long session) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('stocktaking.point'), :session)")
        .param("session", (int) session)
        .query()
        .listOfRows();
  }

  /// The points that stand, in their order.
  List<Point> list(long session) {
    return jdbc.sql(
            ALL + " where p.session = :session and p.removed_at is null order by p.position, p.id")
        .param("session", session)
        .query((row, n) -> point(row))
        .list();
  }

  /// The points that were taken out and not taken in by another, the last first.
  List<Point> removed(long session) {
    return jdbc.sql(
            ALL
                + """
                 where p.session = :session and p.removed_at is not null and p.merged_into is null
                order by p.removed_at desc
                """)
        .param("session", session)
        .query((row, n) -> point(row))
        .list();
  }

  Optional<Point> find(long id) {
    return jdbc.sql(ALL + " where p.id = :id")
        .param("id", id)
        .query((row, n) -> point(row))
        .optional();
  }

  Optional<Point> findCapture(UUID capture) {
    return jdbc.sql(ALL + " where p.capture = :capture")
        .param("capture", capture)
        .query((row, n) -> point(row))
        .optional();
  }

  /// Adds a point behind all others, or right behind that position.
  long insert(long session, UUID capture, int position, Wording it, Instant at, long by) {
    jdbc.sql(
            """
            update stocktaking.point set position = position + 1
            where session = :session and position >= :position
            """)
        .param("session", session)
        .param("position", position)
        .update();
    long id =
        jdbc.sql(
                """
                insert into stocktaking.point (session, capture, position, body, language, quote, speaker,
                  dimension, theme, support, dissent, changed_at, changed_by)
                values (:session, :capture, :position, :body, :language, :quote, :speaker,
                  :dimension, :theme, :support, :dissent, :at, :by) returning id
                """)
            .param("session", session)
            .param("capture", capture)
            .param("position", position)
            .param("body", it.text())
            .param("language", it.language())
            .param("quote", it.quote())
            .param("speaker", it.speaker())
            .param("dimension", it.dimension())
            .param("theme", it.theme())
            .param("support", it.support())
            .param("dissent", it.dissent())
            .param("at", Timestamp.from(at))
            .param("by", by)
            .query(Long.class)
            .single();
    keepVersion(id);
    return id;
  }

  int end(long session) {
    return jdbc.sql(
            "select coalesce(max(position), 0) + 1 from stocktaking.point where session = :session")
        .param("session", session)
        .query(Integer.class)
        .single();
  }

  /// Writes the next version over the one that was seen.
  ///
  /// @return whether that one was still the newest: else nothing was written
  boolean update(long id, int seen, Wording it, boolean removed, Instant at, long by) {
    int written =
        jdbc.sql(
                """
                update stocktaking.point set version = version + 1, body = :body, language = :language,
                  quote = :quote, speaker = :speaker, dimension = :dimension, theme = :theme,
                  support = :support, dissent = :dissent, changed_at = :at, changed_by = :by,
                  removed_at = case when :removed then coalesce(removed_at, :at) end
                where id = :id and version = :seen
                """)
            .param("id", id)
            .param("seen", seen)
            .param("body", it.text())
            .param("language", it.language())
            .param("quote", it.quote())
            .param("speaker", it.speaker())
            .param("dimension", it.dimension())
            .param("theme", it.theme())
            .param("support", it.support())
            .param("dissent", it.dissent())
            .param("removed", removed)
            .param("at", Timestamp.from(at))
            .param("by", by)
            .update();
    if (written == 1) {
      keepVersion(id);
    }
    return written == 1;
  }

  void mergeInto(long id, long other) {
    jdbc.sql("update stocktaking.point set merged_into = :other where id = :id")
        .param("id", id)
        .param("other", other)
        .update();
    jdbc.sql(
            """
            insert into stocktaking.point_source (point, statement)
            select :other, statement from stocktaking.point_source where point = :id on conflict do nothing
            """)
        .param("id", id)
        .param("other", other)
        .update();
  }

  void copySources(long from, long to) {
    jdbc.sql(
            """
            insert into stocktaking.point_source (point, statement)
            select :to, statement from stocktaking.point_source where point = :from on conflict do nothing
            """)
        .param("from", from)
        .param("to", to)
        .update();
  }

  void swap(Point a, Point b) {
    for (Point[] pair : new Point[][] {{a, b}, {b, a}}) {
      jdbc.sql("update stocktaking.point set position = :position where id = :id")
          .param("position", pair[1].position())
          .param("id", pair[0].id())
          .update();
    }
  }

  void link(long point, long statement) {
    jdbc.sql(
            "insert into stocktaking.point_source (point, statement) values (:point, :statement) on conflict do nothing")
        .param("point", point)
        .param("statement", statement)
        .update();
  }

  void unlink(long point, long statement) {
    jdbc.sql("delete from stocktaking.point_source where point = :point and statement = :statement")
        .param("point", point)
        .param("statement", statement)
        .update();
  }

  private void keepVersion(long id) {
    jdbc.sql(
            """
            insert into stocktaking.point_version (point, version, body, language, quote, speaker, dimension,
              theme, support, dissent, removed, changed_at, changed_by)
            select id, version, body, language, quote, speaker, dimension,
              theme, support, dissent, removed_at is not null, changed_at, changed_by
            from stocktaking.point where id = :id
            """)
        .param("id", id)
        .update();
  }

  static Wording wording(ResultSet row) throws SQLException {
    return new Wording(
        row.getString("body"),
        row.getString("language"),
        row.getBoolean("quote"),
        row.getString("speaker"),
        row.getString("dimension"),
        row.getString("theme"),
        row.getString("support"),
        row.getString("dissent"));
  }

  static List<String> texts(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }

  private static Point point(ResultSet row) throws SQLException {
    return new Point(
        row.getLong("id"),
        row.getLong("session"),
        row.getInt("version"),
        row.getInt("position"),
        wording(row),
        texts(row.getArray("sources")),
        row.getLong("merged"),
        row.getTimestamp("removed_at") != null,
        row.getTimestamp("changed_at").toInstant(),
        row.getString("changed_name"));
  }
}

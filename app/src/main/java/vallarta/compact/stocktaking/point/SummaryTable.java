package vallarta.compact.stocktaking.point;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of published summaries.
@Component
class SummaryTable {

  private final JdbcClient jdbc;

  SummaryTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The newest version for a session, draft or final.
  Optional<Summary> newest(long session) {
    return versions(session).stream().findFirst();
  }

  /// All versions for a session, the newest first.
  List<Summary> versions(long session) {
    return jdbc.sql(
            "select * from stocktaking.summary where session = :session order by version desc")
        .param("session", session)
        .query((row, n) -> summary(row))
        .list();
  }

  /// Publishes what stands in the workspace now as the next version.
  Summary publish(
      long session, boolean isFinal, Instant at, @Nullable Instant until, String reason, long by) {
    Optional<Summary> before = newest(session);
    long id =
        jdbc.sql(
                """
                insert into stocktaking.summary (session, version, final, published_at, published_by, objections_until, reason)
                values (:session, :version, :final, :at, :by, :until, :reason) returning id
                """)
            .param("session", session)
            .param("version", before.map(Summary::version).orElse(0) + 1)
            .param("final", isFinal)
            .param("at", Timestamp.from(at))
            .param("by", by)
            .param("until", until == null ? null : Timestamp.from(until))
            .param("reason", reason)
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            insert into stocktaking.summary_point (summary, point, position, body, language, quote, speaker,
              dimension, theme, support, dissent, sources, left_out)
            select :id, p.id, row_number() over (order by p.position, p.id), p.body, p.language, p.quote, p.speaker,
              p.dimension, p.theme, p.support, p.dissent,
              array(select 'S-' || statement from stocktaking.point_source where point = p.id order by statement), false
            from stocktaking.point p where p.session = :session and p.removed_at is null
            """)
        .param("id", id)
        .param("session", session)
        .update();
    before.ifPresent(it ->
        jdbc.sql(
                """
                insert into stocktaking.summary_point
                select :id, point, 10000 + position, body, language, quote, speaker,
                  dimension, theme, support, dissent, sources, true
                from stocktaking.summary_point b where b.summary = :before and not b.left_out
                  and not exists (select 1 from stocktaking.summary_point a where a.summary = :id and a.point = b.point)
                """)
            .param("id", id)
            .param("before", it.id())
            .update());
    return newest(session).orElseThrow();
  }

  private Summary summary(ResultSet row) throws SQLException {
    Timestamp until = row.getTimestamp("objections_until");
    long id = row.getLong("id");
    return new Summary(
        id,
        row.getLong("session"),
        row.getInt("version"),
        row.getBoolean("final"),
        row.getTimestamp("published_at").toInstant(),
        until == null ? null : until.toInstant(),
        row.getString("reason"),
        points(id));
  }

  private List<Summary.Kept> points(long summary) {
    return jdbc.sql(
            "select * from stocktaking.summary_point where summary = :id order by position, point")
        .param("id", summary)
        .query((row, n) ->
            new Summary.Kept(
                row.getLong("point"),
                PointTable.wording(row),
                PointTable.texts(row.getArray("sources")),
                row.getBoolean("left_out")))
        .list();
  }
}

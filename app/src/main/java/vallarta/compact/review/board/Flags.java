package vallarta.compact.review.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The public flags on reports that did not come, the newest first.
@Component
@Transactional(readOnly = true)
class Flags {

  private static final String FROM =
      """
      from (
        select l.*, d.due, d.stakeholder, d.closed_at, d.commitment, c.title, c.language,
          case when l.withdrawn then 'withdrawn'
            when d.state = 'met' then 'met'
            when d.state = 'ended' then 'ended'
            when l.decided_at is not null then 'upheld'
            when l.contested_at is not null then 'contested'
            else 'stands' end as state
        from review.label l
        join review.duty d on d.id = l.duty
        join commitment.commitment c on c.id = d.commitment
        where c.state <> 'draft') as flag
      where (:state = '' or state = :state) and (:actor = '' or stakeholder = :actor)
      """;

  private final JdbcClient jdbc;

  Flags(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int count(String state, String actor) {
    return asked("select count(*) " + FROM, state, actor).query(Integer.class).single();
  }

  List<Flag> page(String state, String actor, int from, int most) {
    return asked(
            "select * " + FROM + " order by raised_at desc, id desc limit :most offset :from",
            state,
            actor)
        .param("from", from)
        .param("most", most)
        .query((row, n) -> flag(row))
        .list();
  }

  private StatementSpec asked(String sql, String state, String actor) {
    return jdbc.sql(sql).param("state", state).param("actor", actor);
  }

  private static Flag flag(ResultSet row) throws SQLException {
    return new Flag(
        row.getLong("id"),
        Flag.State.of(row.getString("state")),
        row.getLong("commitment"),
        row.getString("title"),
        row.getString("language"),
        row.getString("stakeholder"),
        row.getDate("due").toLocalDate(),
        row.getTimestamp("raised_at").toInstant(),
        instant(row.getTimestamp("contested_at")),
        row.getString("contested_reason"),
        instant(row.getTimestamp("decided_at")),
        row.getString("decided_reason"),
        instant(row.getTimestamp("closed_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}

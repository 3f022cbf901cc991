package vallarta.compact.commitment.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The rows of batch edits. How far one is stands there outside of its transaction, for whoever
/// looks.
@Component
class BatchTable {

  private final JdbcClient jdbc;

  BatchTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(String owner, long account, List<Long> ids, Edit edit, String reason, Instant at) {
    return jdbc.sql(
            """
            insert into commitment.batch (owner, account, ids, edit, reason, asked_at)
            values (nullif(:owner, ''), :account, :ids, :edit, :reason, :at) returning id
            """)
        .param("owner", owner)
        .param("account", account)
        .param("ids", ids.toArray(Long[]::new))
        .param("edit", JsonMapper.shared().writeValueAsString(edit))
        .param("reason", reason)
        .param("at", Timestamp.from(at))
        .query(Long.class)
        .single();
  }

  Optional<Batch> find(long id) {
    return jdbc.sql("select * from commitment.batch where id = :id")
        .param("id", id)
        .query((row, n) -> batch(row))
        .optional();
  }

  /// @return whether it waited and nobody had stopped it
  boolean begin(long id) {
    return jdbc.sql(
                """
                update commitment.batch set state = 'running'
                where id = :id and state = 'waiting' and not stop
                """)
            .param("id", id)
            .update()
        == 1;
  }

  /// @return whether to go on: nobody asked it to stop
  boolean tell(long id, int done, int changed) {
    return jdbc.sql(
                """
                update commitment.batch set done = :done, changed = :changed
                where id = :id and state = 'running' and not stop
                """)
            .param("id", id)
            .param("done", done)
            .param("changed", changed)
            .update()
        == 1;
  }

  /// @return whether nobody asked it to stop up to the end
  boolean finish(long id, int changed, Instant at) {
    return jdbc.sql(
                """
                update commitment.batch set state = 'done', done = cardinality(ids), changed = :changed, ended_at = :at
                where id = :id and state = 'running' and not stop
                """)
            .param("id", id)
            .param("changed", changed)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  /// Ends one of which nothing was written.
  void takeBack(long id, Batch.State state, String failure, Instant at) {
    jdbc.sql(
            """
            update commitment.batch set state = :state, failure = :failure, changed = 0, ended_at = :at
            where id = :id and state in ('waiting', 'running')
            """)
        .param("id", id)
        .param("state", state.tag())
        .param("failure", failure)
        .param("at", Timestamp.from(at))
        .update();
  }

  /// Asks one to stop.
  void stop(long id) {
    jdbc.sql("update commitment.batch set stop = true where id = :id").param("id", id).update();
  }

  /// Those that went on when the server ended: the database took them back.
  void giveUp(String failure, Instant at) {
    jdbc.sql(
            """
            update commitment.batch set state = 'failed', failure = :failure, changed = 0, ended_at = :at
            where state in ('waiting', 'running')
            """)
        .param("failure", failure)
        .param("at", Timestamp.from(at))
        .update();
  }

  private static Batch batch(ResultSet row) throws SQLException {
    String owner = row.getString("owner");
    Timestamp ended = row.getTimestamp("ended_at");
    return new Batch(
        row.getLong("id"),
        owner == null ? "" : owner,
        row.getLong("account"),
        Batch.State.of(row.getString("state")),
        Arrays.asList((Long[]) row.getArray("ids").getArray()),
        JsonMapper.shared().readValue(row.getString("edit"), Edit.class),
        row.getString("reason"),
        row.getInt("done"),
        row.getInt("changed"),
        row.getString("failure"),
        row.getTimestamp("asked_at").toInstant(),
        ended == null ? null : ended.toInstant());
  }
}

package vallarta.compact.commitment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// How commitments read each time they were published or changed.
@Component
class VersionTable {

  /// @param reason why it was changed, empty for the first
  record Version(int number, Instant at, String reason, Undertaking told) {}

  private final JdbcClient jdbc;

  VersionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The newest first.
  List<Version> of(long commitment) {
    return jdbc.sql("select * from commitment.version where commitment = :id order by version desc")
        .param("id", commitment)
        .query((row, n) ->
            new Version(
                row.getInt("version"),
                row.getTimestamp("at").toInstant(),
                row.getString("reason"),
                JsonMapper.shared().readValue(row.getString("content"), Undertaking.class)))
        .list();
  }

  void keep(Commitment it, String reason, Instant at) {
    jdbc.sql(
            """
            insert into commitment.version (commitment, version, at, reason, content)
            values (:id, :version, :at, :reason, :content)
            """)
        .param("id", it.id())
        .param("version", it.version())
        .param("at", Timestamp.from(at))
        .param("reason", reason)
        .param("content", JsonMapper.shared().writeValueAsString(it.told()))
        .update();
  }
}

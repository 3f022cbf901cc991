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

  int count(long commitment) {
    return jdbc.sql("select count(*) from commitment.version where commitment = :id")
        .param("id", commitment)
        .query(Integer.class)
        .single();
  }

  void keep(Commitment it, String reason, Instant at) {
    keep(List.of(it), reason, at);
  }

  /// Keeps how each of them reads now, for the same reason.
  void keep(List<Commitment> all, String reason, Instant at) {
    jdbc.sql(
            """
            insert into commitment.version (commitment, version, at, reason, content)
            select n.id, n.version, :at, :reason, n.content
            from unnest(:ids, :versions, :contents) as n (id, version, content)
            """)
        .param("ids", all.stream().map(Commitment::id).toArray(Long[]::new))
        .param("versions", all.stream().map(Commitment::version).toArray(Integer[]::new))
        .param(
            "contents",
            all.stream()
                .map(it -> JsonMapper.shared().writeValueAsString(it.told()))
                .toArray(String[]::new))
        .param("at", Timestamp.from(at))
        .param("reason", reason)
        .update();
  }
}

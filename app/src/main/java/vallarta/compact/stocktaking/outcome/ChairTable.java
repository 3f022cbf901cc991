package vallarta.compact.stocktaking.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The rows of chairs' summaries.
@Component
class ChairTable {

  /// A version as it was issued.
  ///
  /// @param meeting number of the meeting
  /// @param version from 1
  /// @param language BCP 47 tag of the remarks
  /// @param remarks sentences of the chair, one a line
  /// @param reason why there is this version, empty for the first
  record Issued(
      long id,
      long meeting,
      int version,
      String language,
      String remarks,
      String reason,
      ChairSummary content,
      Instant issuedAt) {

    /// Its reference in the public record: `CS-2`.
    String ref() {
      return "CS-" + id;
    }
  }

  private final JdbcClient jdbc;

  ChairTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// All versions for a meeting, the newest first.
  List<Issued> versions(long meeting) {
    return jdbc.sql(
            "select * from stocktaking.chair_summary where meeting = :meeting order by version desc")
        .param("meeting", meeting)
        .query((row, n) -> issued(row))
        .list();
  }

  List<Issued> list() {
    return jdbc.sql("select * from stocktaking.chair_summary order by id")
        .query((row, n) -> issued(row))
        .list();
  }

  /// Lets nobody else issue a summary of that meeting until the transaction ends.
  void hold(long meeting) {
    jdbc.sql("select 1 from participation.meeting where id = :meeting for no key update")
        .param("meeting", meeting)
        .query(Integer.class)
        .single();
  }

  long insert(Issued it, long by) {
    return jdbc.sql(
            """
            insert into stocktaking.chair_summary (meeting, version, language, remarks, reason, content, issued_at, issued_by)
            values (:meeting, :version, :language, :remarks, :reason, :content, :at, :by) returning id
            """)
        .param("meeting", it.meeting())
        .param("version", it.version())
        .param("language", it.language())
        .param("remarks", it.remarks())
        .param("reason", it.reason())
        .param("content", JsonMapper.shared().writeValueAsString(it.content()))
        .param("at", Timestamp.from(it.issuedAt()))
        .param("by", by)
        .query(Long.class)
        .single();
  }

  private static Issued issued(ResultSet row) throws SQLException {
    return new Issued(
        row.getLong("id"),
        row.getLong("meeting"),
        row.getInt("version"),
        row.getString("language"),
        row.getString("remarks"),
        row.getString("reason"),
        JsonMapper.shared().readValue(row.getString("content"), ChairSummary.class),
        row.getTimestamp("issued_at").toInstant());
  }
}

package vallarta.compact.review.report;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// How reports read each time they were published or corrected.
@Component
class ReportVersions {

  /// @param reason why it was corrected, empty for the first
  record Version(int number, Instant at, String reason, Answers told) {}

  private final JdbcClient jdbc;

  ReportVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The newest first.
  List<Version> of(long report) {
    return jdbc.sql("select * from review.report_version where report = :id order by version desc")
        .param("id", report)
        .query((row, n) ->
            new Version(
                row.getInt("version"),
                row.getTimestamp("at").toInstant(),
                row.getString("reason"),
                JsonMapper.shared().readValue(row.getString("content"), Answers.class)))
        .list();
  }

  void keep(Report it, String reason, Instant at) {
    jdbc.sql(
            """
            insert into review.report_version (report, version, at, reason, content)
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

package vallarta.compact.stocktaking.point;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.participation.Stakeholders;

/// The rows of corrections.
@Component
class CorrectionTable {

  private final JdbcClient jdbc;
  private final Stakeholders stakeholders;

  CorrectionTable(JdbcClient jdbc, Stakeholders stakeholders) {
    this.jdbc = jdbc;
    this.stakeholders = stakeholders;
  }

  /// All corrections asked of the summaries of a session, the newest first.
  List<Correction> list(long session) {
    Map<String, Stakeholder> known = stakeholders.list();
    return jdbc.sql(
            """
            select c.*, s.version, coalesce(c.point, 0) as about from stocktaking.correction c
            join stocktaking.summary s on s.id = c.summary
            where s.session = :session order by c.asked_at desc, c.id desc
            """)
        .param("session", session)
        .query((row, n) -> {
          String key = row.getString("stakeholder");
          Object accepted = row.getObject("accepted");
          return new Correction(
              row.getLong("id"),
              row.getInt("version"),
              row.getLong("about"),
              known.getOrDefault(key, Stakeholder.named(key, StakeholderType.UNKNOWN, "")),
              row.getString("body"),
              row.getTimestamp("asked_at").toInstant(),
              accepted == null ? null : (Boolean) accepted,
              row.getString("answer"));
        })
        .list();
  }

  void ask(long summary, long point, long by, String stakeholder, String text, Instant at) {
    jdbc.sql(
            """
            insert into stocktaking.correction (summary, point, asked_by, stakeholder, body, asked_at)
            values (:summary, nullif(:point, 0), :by, :stakeholder, :body, :at)
            """)
        .param("summary", summary)
        .param("point", point)
        .param("by", by)
        .param("stakeholder", stakeholder)
        .param("body", text)
        .param("at", Timestamp.from(at))
        .update();
  }

  /// @return whether there was one of the session that nobody had answered
  boolean answer(long session, long id, boolean accepted, String answer, long by, Instant at) {
    return jdbc.sql(
                """
                update stocktaking.correction c set accepted = :accepted, answer = :answer,
                  answered_at = :at, answered_by = :by
                from stocktaking.summary s
                where c.id = :id and s.id = c.summary and s.session = :session and c.accepted is null
                """)
            .param("accepted", accepted)
            .param("answer", answer)
            .param("at", Timestamp.from(at))
            .param("by", by)
            .param("id", id)
            .param("session", session)
            .update()
        == 1;
  }
}

package vallarta.compact.consultation.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of extensions: they are added, never changed.
@Component
class ExtensionTable {

  private final JdbcClient jdbc;

  ExtensionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// All of them, in their order.
  List<Extension> list() {
    return jdbc.sql("select * from consultation.extension order by id")
        .query((row, n) -> extension(row))
        .list();
  }

  List<Extension> of(String consultation) {
    return jdbc.sql("select * from consultation.extension where consultation = :ref order by id")
        .param("ref", consultation)
        .query((row, n) -> extension(row))
        .list();
  }

  /// Holds the deadline of a consultation until the end of the transaction, so that of two who move
  /// it at once the second sees what the first did.
  void hold(String consultation) {
    lock(
        "select 1 from consultation.consultation where ref = :ref for no key update", consultation);
  }

  /// Keeps the deadline of a consultation from being moved until the end of the transaction. It is
  /// taken before the row of a submission, as [#hold] is.
  void keep(String consultation) {
    lock("select 1 from consultation.consultation where ref = :ref for share", consultation);
  }

  private void lock(String sql, String consultation) {
    jdbc.sql(sql).param("ref", consultation).query().listOfRows();
  }

  Extension insert(
      String consultation,
      String stakeholder,
      LocalDateTime deadline,
      String reason,
      Instant at,
      long by) {
    return jdbc.sql(
            """
            insert into consultation.extension (consultation, stakeholder, deadline, reason, granted_at, granted_by)
            values (:consultation, nullif(:stakeholder, ''), :deadline, :reason, :at, nullif(:by, 0))
            returning *
            """)
        .param("consultation", consultation)
        .param("stakeholder", stakeholder)
        .param("deadline", deadline)
        .param("reason", reason)
        .param("at", Timestamp.from(at))
        .param("by", by)
        .query((row, n) -> extension(row))
        .single();
  }

  private static Extension extension(ResultSet row) throws SQLException {
    @Nullable String stakeholder = row.getString("stakeholder");
    return new Extension(
        row.getLong("id"),
        row.getString("consultation"),
        stakeholder == null ? "" : stakeholder,
        row.getTimestamp("deadline").toLocalDateTime(),
        row.getString("reason"),
        row.getTimestamp("granted_at").toInstant());
  }
}

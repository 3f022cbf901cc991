package vallarta.compact.commitment.instrument;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;

/// The rows of what was entered about States and the instrument.
@Component
class StatusTable {

  private final JdbcClient jdbc;

  StatusTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The States that take part.
  List<Stakeholder> states() {
    return jdbc.sql(
            """
            select key, name, name_language, state, region, fictional from participation.stakeholder
            where type = 'state' and listed and state <> '' order by key
            """)
        .query((row, n) ->
            new Stakeholder(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                StakeholderType.STATE,
                row.getString(4),
                row.getString(5),
                row.getBoolean(6)))
        .list();
  }

  /// Every entry, the oldest first.
  List<Status> all() {
    return jdbc.sql("select * from commitment.instrument_status order by id")
        .query(StatusTable::status)
        .list();
  }

  /// The newest of each step of each State, in the order of the steps.
  List<Status> newest() {
    return jdbc
        .sql(
            """
            select distinct on (stakeholder, kind) * from commitment.instrument_status
            order by stakeholder, kind, id desc
            """)
        .query(StatusTable::status)
        .list()
        .stream()
        .sorted(java.util.Comparator.comparing(Status::step))
        .toList();
  }

  /// Every entry of a State, the newest first.
  List<Status> of(String stakeholder) {
    return jdbc.sql(
            "select * from commitment.instrument_status where stakeholder = :key order by id desc")
        .param("key", stakeholder)
        .query(StatusTable::status)
        .list();
  }

  Status insert(Status it, @Nullable Long by) {
    return jdbc.sql(
            """
            insert into commitment.instrument_status
              (stakeholder, kind, holds, happened, source, own, entered_at, entered_by)
            values (:stakeholder, :kind, :holds, :on, :source, :own, :at, :by) returning *
            """)
        .param("stakeholder", it.stakeholder())
        .param("kind", it.step().tag())
        .param("holds", it.holds())
        .param("on", it.on())
        .param("source", it.source())
        .param("own", it.own())
        .param("at", Timestamp.from(it.enteredAt()))
        .param("by", by)
        .query(StatusTable::status)
        .single();
  }

  private static Status status(ResultSet row, int number) throws SQLException {
    Date on = row.getDate("happened");
    return new Status(
        row.getLong("id"),
        row.getString("stakeholder"),
        Step.of(row.getString("kind")),
        row.getBoolean("holds"),
        on == null ? null : on.toLocalDate(),
        row.getString("source"),
        row.getBoolean("own"),
        row.getTimestamp("entered_at").toInstant());
  }
}

package vallarta.compact.stocktaking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.compact.consultation.StatementId;

/// The rows of decisions about groups, and of what became of groups.
@Component
class RegroupingTable {

  private final JdbcClient jdbc;

  RegroupingTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// All decisions, the first first.
  List<Regrouping> list() {
    return jdbc.sql("select * from stocktaking.regrouping order by id")
        .query((row, n) -> regrouping(row))
        .list();
  }

  /// Those that nobody took back.
  List<Regrouping> inForce() {
    return list().stream().filter(it -> it.undone() == null).toList();
  }

  Optional<Regrouping> find(long id) {
    return jdbc.sql("select * from stocktaking.regrouping where id = :id")
        .param("id", id)
        .query((row, n) -> regrouping(row))
        .optional();
  }

  /// @return its number; that of the given one is not looked at
  long insert(Regrouping it, long by) {
    return jdbc.sql(
            """
            insert into stocktaking.regrouping (kind, group_number, joined, statements, representative, newest, volume, state_sha256, reason, decided_at, decided_by)
            values (:kind, :group, :joined, :statements, :representative, :newest, :volume, :state, :reason, :at, :by) returning id
            """)
        .param("kind", it.kind().tag())
        .param("group", it.group())
        .param("joined", it.joined())
        .param("statements", it.statements().stream().map(StatementId::number).toArray(Long[]::new))
        .param("representative", it.representative().number())
        .param("newest", it.newest().number())
        .param("volume", it.volume())
        .param("state", it.state())
        .param("reason", it.reason())
        .param("at", Timestamp.from(it.decidedAt()))
        .param("by", by)
        .query(Long.class)
        .single();
  }

  /// Takes a decision back; false when somebody has done so before.
  boolean undo(long id, Regrouping.Undone undone, long by) {
    return jdbc.sql(
                """
                update stocktaking.regrouping set undone_reason = :reason, undone_at = :at, undone_by = :by
                where id = :id and undone_at is null
                """)
            .param("id", id)
            .param("reason", undone.reason())
            .param("at", Timestamp.from(undone.at()))
            .param("by", by)
            .update()
        > 0;
  }

  void insert(GroupEvent it) {
    jdbc.sql(
            """
            insert into stocktaking.group_event (kind, group_number, other, statements, regrouping, undone, happened_at)
            values (:kind, :group, :other, :statements, :regrouping, :undone, :at)
            """)
        .param("kind", it.kind().tag())
        .param("group", it.group())
        .param("other", it.other())
        .param("statements", it.statements())
        .param("regrouping", it.regrouping())
        .param("undone", it.undone())
        .param("at", Timestamp.from(it.at()))
        .update();
  }

  /// What became of a group, and what came into it, the first first.
  List<GroupEvent> events(long group) {
    return jdbc.sql(
            "select * from stocktaking.group_event where group_number = :group or other = :group order by id")
        .param("group", group)
        .query((row, n) -> event(row))
        .list();
  }

  private static GroupEvent event(ResultSet row) throws SQLException {
    return new GroupEvent(
        GroupEvent.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getLong("group_number"),
        row.getLong("other"),
        row.getInt("statements"),
        row.getObject("regrouping", Long.class),
        row.getBoolean("undone"),
        row.getTimestamp("happened_at").toInstant());
  }

  private static Regrouping regrouping(ResultSet row) throws SQLException {
    Timestamp undone = row.getTimestamp("undone_at");
    return new Regrouping(
        row.getLong("id"),
        Regrouping.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getLong("group_number"),
        row.getObject("joined", Long.class),
        Arrays.stream((Long[]) row.getArray("statements").getArray())
            .map(StatementId::new)
            .toList(),
        new StatementId(row.getLong("representative")),
        new StatementId(row.getLong("newest")),
        row.getInt("volume"),
        row.getString("state_sha256"),
        row.getString("reason"),
        row.getTimestamp("decided_at").toInstant(),
        undone == null
            ? null
            : new Regrouping.Undone(row.getString("undone_reason"), undone.toInstant()));
  }
}

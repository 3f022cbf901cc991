package vallarta.compact.stocktaking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.compact.consultation.StatementId;
import vallarta.compact.consultation.StatementsReceived;

/// Keeps which statements say nearly the same. New statements join in the transaction that brings
/// them.
@Component
final class Groups {

  private static final int BATCH = 5_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  Groups(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /// The group of every statement that has one.
  Map<StatementId, Long> membership() {
    Map<StatementId, Long> groups = new HashMap<>();
    jdbc.sql("select statement, group_number from stocktaking.membership")
        .query(row -> {
          groups.put(new StatementId(row.getLong(1)), row.getLong(2));
        });
    return groups;
  }

  /// Lets the new statements join: the texts that are there are taken in first, then the new ones,
  /// and only what changed is written.
  @EventListener
  void on(StatementsReceived received) {
    long first =
        received.statements().isEmpty() ? 0 : received.statements().getFirst().id().number();
    NearCopies copies = new NearCopies();
    jdbc.sql(
            "select number, text from consultation.statement where number < :first order by number")
        .param("first", first)
        .query(row -> {
          copies.add(row.getLong(1), row.getString(2));
        });
    copies.add(received.statements());
    Map<StatementId, Long> before = membership();
    List<Object[]> changed = new ArrayList<>();
    copies
        .membership()
        .forEach((statement, group) -> {
          if (!group.equals(before.get(statement))) {
            changed.add(new Object[] {statement.number(), group});
          }
        });
    for (int start = 0; start < changed.size(); start += BATCH) {
      batch.batchUpdate(
          """
          insert into stocktaking.membership (statement, group_number) values (?, ?)
          on conflict (statement) do update set group_number = excluded.group_number
          """,
          changed.subList(start, Math.min(changed.size(), start + BATCH)));
    }
  }
}

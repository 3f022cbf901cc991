package vallarta.compact.stocktaking;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vallarta.compact.consultation.StatementId;
import vallarta.compact.consultation.StatementsReceived;

/// Keeps which statements say nearly the same: by their words, and over that by what persons
/// decided. New statements join in the transaction that brings them; what became of groups that
/// were there is kept as events.
@Component
final class Groups {

  private static final int BATCH = 5_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final RegroupingTable regroupings;
  private final Clock clock;

  Groups(JdbcClient jdbc, JdbcTemplate batch, RegroupingTable regroupings, Clock clock) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.regroupings = regroupings;
    this.clock = clock;
  }

  /// The group of every statement that has one.
  Map<StatementId, Long> membership() {
    return read("select statement, group_number from stocktaking.membership");
  }

  /// Lets nobody else change groups until the transaction ends.
  void hold() {
    jdbc.sql("lock table stocktaking.membership in share row exclusive mode").update();
  }

  /// Lets the new statements join: the texts that are there are taken in first, then the new ones,
  /// and only what changed is written.
  @EventListener
  void on(StatementsReceived received) {
    hold();
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
    write(found(), copies.membership(), null, false);
  }

  /// Lays the decisions over the words anew, for one was made or taken back.
  void regroup(long regrouping, boolean undone) {
    Map<StatementId, Long> found = found();
    write(found, found, regrouping, undone);
  }

  private Map<StatementId, Long> found() {
    return read("select statement, found from stocktaking.membership");
  }

  private void write(
      Map<StatementId, Long> foundBefore,
      Map<StatementId, Long> found,
      @Nullable Long regrouping,
      boolean undone) {
    Map<StatementId, Long> before = membership();
    Map<StatementId, Long> after = Regrouping.apply(found, regroupings.inForce(), this::texts);
    List<Object[]> changed = new ArrayList<>();
    after.forEach((statement, group) -> {
      Long byWords = found.getOrDefault(statement, group);
      if (!group.equals(before.get(statement)) || !byWords.equals(foundBefore.get(statement))) {
        changed.add(new Object[] {statement.number(), group, byWords});
      }
    });
    for (int start = 0; start < changed.size(); start += BATCH) {
      batch.batchUpdate(
          """
          insert into stocktaking.membership (statement, group_number, found) values (?, ?, ?)
          on conflict (statement) do update
            set group_number = excluded.group_number, found = excluded.found
          """,
          changed.subList(start, Math.min(changed.size(), start + BATCH)));
    }
    GroupEvent.between(before, after, regrouping, undone, clock.instant())
        .forEach(regroupings::insert);
  }

  private Map<StatementId, String> texts(Collection<StatementId> of) {
    Map<StatementId, String> texts = new HashMap<>();
    jdbc.sql("select number, text from consultation.statement where number = any(:numbers)")
        .param("numbers", of.stream().map(StatementId::number).toArray(Long[]::new))
        .query(row -> {
          texts.put(new StatementId(row.getLong(1)), row.getString(2));
        });
    return texts;
  }

  private Map<StatementId, Long> read(String sql) {
    Map<StatementId, Long> groups = new HashMap<>();
    jdbc.sql(sql)
        .query(row -> {
          groups.put(new StatementId(row.getLong(1)), row.getLong(2));
        });
    return groups;
  }
}

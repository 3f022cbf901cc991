package vallarta.compact.record;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Enters what was published before there was a record: once, when store and log have no entry at
/// all. Later a row without an entry is a finding of the audit, and is never mended in silence.
@Component
final class Backfill {

  private final List<RecordedFacts> stages;
  private final PublicRecord publicRecord;
  private final JdbcClient jdbc;
  private final TransactionTemplate oneMoment;

  Backfill(
      List<RecordedFacts> stages,
      PublicRecord publicRecord,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.stages = stages;
    this.publicRecord = publicRecord;
    this.jdbc = jdbc;
    this.oneMoment = new TransactionTemplate(transactions);
    this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /// To be run by the one process that may write to the log, while the log is empty.
  void enter() {
    oneMoment.executeWithoutResult(status -> {
      boolean begun =
          jdbc.sql("select exists (select from record.entry)").query(Boolean.class).single();
      if (!begun) {
        List<Act> acts = new ArrayList<>();
        for (RecordedFacts stage : stages) {
          stage.forEach(facts -> acts.add(new Act(stage.act(facts), facts)));
        }
        publicRecord.enter(acts);
      }
    });
  }
}

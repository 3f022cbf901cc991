package vallarta.compact.record;

import java.io.IOException;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vallarta.compact.cli.RunningDemonstration;

/// The demonstration, with its record at rest; what a test does to it is undone.
final class RecordedDemonstration {

  final RunningDemonstration running;
  final JdbcClient jdbc;
  final PublicRecord publicRecord;
  final TransactionTemplate transaction;

  private RecordedDemonstration(RunningDemonstration running) {
    this.running = running;
    this.jdbc = running.bean(JdbcClient.class);
    this.publicRecord = running.bean(PublicRecord.class);
    this.transaction = running.bean(TransactionTemplate.class);
  }

  static RecordedDemonstration get() throws IOException, InterruptedException {
    RecordedDemonstration it = new RecordedDemonstration(RunningDemonstration.get());
    it.awaitRest();
    return it;
  }

  /// Waits until the log has all that was committed.
  ///
  /// @return how long that took
  Duration awaitRest() throws InterruptedException {
    long begun = System.nanoTime();
    while (publicRecord.standing().waiting() > 0 && System.nanoTime() - begun < 20_000_000_000L) {
      Thread.sleep(10);
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /// What a test does.
  interface Doing {
    void run() throws Exception;
  }

  /// Does something in a transaction and rolls it back.
  void undone(Doing doing) {
    transaction.executeWithoutResult(status -> {
      try {
        doing.run();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      } finally {
        status.setRollbackOnly();
      }
    });
  }
}

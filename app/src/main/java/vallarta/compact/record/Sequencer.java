package vallarta.compact.record;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;
import vallarta.engine.tlog.Refused;
import vallarta.engine.tlog.TileLog;

/// Takes committed entries over into the log: in order, once each, within a second of the commit.
///
/// One process at a time does it, the one that holds an advisory lock of the database. The database
/// is its write-ahead log: an entry gets its place there before it goes to the log, so that after a
/// crash at any moment the same entries go to the same places. In a process with a web server it
/// runs all the time; in a command it runs from the first commit with entries until they are taken
/// over, before the command ends.
@Component
final class Sequencer implements SmartLifecycle {

  /// Any number that nothing else in this database locks.
  static final long LOCK = 0x76616c6c61727461L;

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration LAST_WORK = Duration.ofMinutes(2);

  private final DataSource dataSource;
  private final LogFiles files;
  private final Trouble trouble;
  private final Witnesses witnesses;
  private final Backfill backfill;
  private final boolean serving;
  private final Semaphore rung = new Semaphore(0);
  private volatile boolean started;
  private volatile boolean stopping;
  private @Nullable Thread thread;

  @Autowired
  Sequencer(
      DataSource dataSource,
      LogFiles files,
      Trouble trouble,
      Witnesses witnesses,
      Backfill backfill,
      Bell bell,
      ApplicationContext application) {
    this.dataSource = dataSource;
    this.files = files;
    this.trouble = trouble;
    this.witnesses = witnesses;
    this.backfill = backfill;
    this.serving = application instanceof WebApplicationContext;
    bell.whenRung(this::wake);
  }

  @Override
  public void start() {
    started = true;
    if (serving) {
      wake();
    }
  }

  private synchronized void wake() {
    rung.release();
    if (thread == null && !stopping) {
      thread = Thread.ofPlatform().name("record-sequencer").daemon().start(this::run);
    }
  }

  @Override
  public void stop() {
    Thread running;
    synchronized (this) {
      stopping = true;
      running = thread;
    }
    rung.release();
    if (running != null) {
      try {
        running.join(LAST_WORK);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return started && !stopping;
  }

  private void run() {
    do {
      try (Connection connection = dataSource.getConnection()) {
        var single = new SingleConnectionDataSource(connection, true);
        JdbcClient jdbc = JdbcClient.create(single);
        if (lock(jdbc)) {
          try {
            integrate(new Checkpoints(jdbc));
          } finally {
            jdbc.sql("select pg_advisory_unlock(:lock)")
                .param("lock", LOCK)
                .query((row, n) -> row.getBoolean(1))
                .single();
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (Discord | Refused e) {
        trouble.tell(String.valueOf(e.getMessage()));
        return;
      } catch (SQLException | IOException | RuntimeException e) {
        if (!stopping) {
          trouble.tell(String.valueOf(e.getMessage()));
        }
      }
    } while (pause());
  }

  private static boolean lock(JdbcClient jdbc) {
    return jdbc.sql("select pg_try_advisory_lock(:lock)")
        .param("lock", LOCK)
        .query((row, n) -> row.getBoolean(1))
        .single();
  }

  private void integrate(Checkpoints database) throws IOException, InterruptedException {
    try (TileLog log = TileLog.open(files.log(), files.keys())) {
      Integration integration = new Integration(database, log);
      integration.compare();
      witnesses.holdAgainst(log);
      if (log.size() == 0) {
        backfill.enter();
      }
      trouble.over();
      do {
        integration.takeOver();
        if (serving) {
          witnesses.ask(log, rung::release);
          integration.cosign(witnesses.take());
        }
      } while (pause());
    }
  }

  /// Waits for the next commit or the next look.
  ///
  /// @return whether to go on
  private boolean pause() {
    try {
      if (!stopping && rung.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        rung.drainPermits();
      }
      return !stopping;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

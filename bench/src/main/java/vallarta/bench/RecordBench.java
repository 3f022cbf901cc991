package vallarta.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vallarta.compact.cli.Application;
import vallarta.compact.record.Act;
import vallarta.compact.record.ActType;
import vallarta.compact.record.Facts;
import vallarta.compact.record.PublicRecord;

/// Times the public record as a whole: from the transaction that enters an act to the signed
/// checkpoint that covers it, on a real PostgreSQL, every step forced to the disk.
///
/// Arguments: seconds (10), threads that write (64), acts in a transaction (1).
public final class RecordBench {

  private RecordBench() {}

  public static void main(String[] args) throws Exception {
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 10;
    int threads = args.length > 1 ? Integer.parseInt(args[1]) : 64;
    int acts = args.length > 2 ? Integer.parseInt(args[2]) : 1;
    Path data = Files.createTempDirectory("vallarta-record-bench");
    try (Application application = Application.open(data)) {
      PublicRecord record = application.get(PublicRecord.class);
      TransactionTemplate transaction = application.get(TransactionTemplate.class);
      write(record, transaction, 2, threads, acts);
      await(record);
      long before = record.standing().size();
      long begun = System.nanoTime();
      long committed = write(record, transaction, seconds, threads, acts);
      double toCommit = (System.nanoTime() - begun) / 1e9;
      await(record);
      double toCheckpoint = (System.nanoTime() - begun) / 1e9;
      long entries = record.standing().size() - before;
      print("entries", entries);
      print("committed, entries/s", committed / toCommit);
      print("under a signed checkpoint, entries/s", entries / toCheckpoint);
      lag(application.get(JdbcClient.class), before);
    }
  }

  private static long write(
      PublicRecord record, TransactionTemplate transaction, int seconds, int threads, int acts)
      throws InterruptedException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    AtomicLong written = new AtomicLong();
    AtomicInteger numbers = new AtomicInteger();
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      writers.add(
          Thread.ofPlatform()
              .start(() -> {
                while (System.nanoTime() < end) {
                  List<Act> next =
                      IntStream.range(0, acts)
                          .mapToObj(it -> act(numbers.incrementAndGet()))
                          .toList();
                  transaction.executeWithoutResult(status -> record.enter(next));
                  written.addAndGet(acts);
                }
              }));
    }
    for (Thread writer : writers) {
      writer.join();
    }
    return written.get();
  }

  private static Act act(int number) {
    return new Act(
        ActType.STATEMENT_PUBLISHED,
        Facts.of(
            "S-" + number,
            Map.of(
                "language", "en",
                "kind", "ask",
                "text", "States should, for the " + number + "th time, keep what they promised.")));
  }

  private static void await(PublicRecord record) throws InterruptedException {
    while (record.standing().waiting() > 0) {
      Thread.sleep(5);
    }
  }

  /// From the moment an act was entered to the moment its checkpoint was published.
  private static void lag(JdbcClient jdbc, long before) {
    jdbc.sql(
            """
            select percentile_cont(array[0.5, 0.99, 1]) within group (order by lag) from (
              select extract(epoch from (select min(c.at) from record.checkpoint c where c.size > e.index) - e.at) * 1000 as lag
              from record.entry e where e.index >= :before and e.index % 7 = 0) as lags
            """)
        .param("before", before)
        .query((row, n) -> {
          Double[] lags = (Double[]) row.getArray(1).getArray();
          print("lag of the checkpoint, ms, p50", lags[0]);
          print("lag of the checkpoint, ms, p99", lags[1]);
          print("lag of the checkpoint, ms, longest", lags[2]);
          return n;
        })
        .list();
  }

  private static void print(String what, double value) {
    System.out.printf(Locale.ROOT, "%-42s %,.0f%n", what, value);
  }
}

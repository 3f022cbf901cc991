package vallarta.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import vallarta.engine.tlog.Checkpoint;
import vallarta.engine.tlog.DirectorySource;
import vallarta.engine.tlog.Fsck;
import vallarta.engine.tlog.InclusionProof;
import vallarta.engine.tlog.LogKey;
import vallarta.engine.tlog.LogReader;
import vallarta.engine.tlog.TileLog;

/// What a log costs as it grows: import in large groups, one durable append, the proof of any
/// entry, a check of everything, the disk.
///
/// Usage: `LogBench FOLDER [MOST_ENTRIES [ROUNDS]]`: a folder for logs of 10,000 entries up to ten
/// million, tenfold from one to the next; they are deleted again.
final class LogBench {

  private static final int GROUP = 65_536;
  private static final int ENTRY_BYTES = 200;
  private static final int SMALLEST = 10_000;
  private static final int PROOFS = 2_000;
  private static final int SINGLE_APPENDS = 100;
  private static final int BLOCK = 4096;

  private final LogKey key = LogKey.generate("bench.example/log");
  private final Path folder;
  private final Random random = new Random(3);
  private Path newest;
  private int logs;

  private LogBench(Path folder) {
    this.folder = folder;
    this.newest = folder;
  }

  public static void main(String[] arguments) throws IOException {
    LogBench bench = new LogBench(Path.of(arguments[0]));
    int most = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000_000;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
    List<Integer> sizes = new ArrayList<>();
    for (long size = SMALLEST; size <= most; size *= 10) {
      sizes.add((int) size);
    }
    bench.imported(200_000, GROUP); // the compiler's turn
    List<List<Double>> large = new ArrayList<>();
    List<List<Double>> small = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      large.add(bench.imported(most, GROUP));
      print("import of %,d: %,.0f/s", most, most / sum(large.getLast()));
      small.add(bench.imported(most, SMALLEST));
      print("in groups of %,d: %,.0f/s", SMALLEST, most / sum(small.getLast()));
    }
    growth(sizes, small);
    for (int size : sizes) {
      bench.imported(size, GROUP);
      bench.single(size);
      bench.proofs(size);
    }
    for (int round = 0; round < rounds; round++) {
      bench.fsck();
    }
    bench.disk();
    bench.clear();
  }

  /// Fills an empty log, the newest; the entries are made outside of the measured time. Logs before
  /// it stay until the end: a file system that discards what was deleted would do so meanwhile.
  ///
  /// @return seconds of each append
  private List<Double> imported(int entries, int group) throws IOException {
    newest = folder.resolve("log" + ++logs);
    List<Double> seconds = new ArrayList<>();
    try (TileLog log = TileLog.open(newest, key)) {
      for (long first = 0; first < entries; first += group) {
        List<byte[]> some = entries(first, (int) Math.min(group, entries - first));
        long begun = System.nanoTime();
        log.append(some);
        seconds.add((System.nanoTime() - begun) / 1e9);
      }
    }
    return seconds;
  }

  private List<byte[]> entries(long first, int count) {
    List<byte[]> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      byte[] entry = new byte[ENTRY_BYTES];
      random.nextBytes(entry);
      ByteBuffer.wrap(entry).putLong(first + i);
      entries.add(entry);
    }
    return entries;
  }

  /// What the first so many entries cost, each append by its median over the rounds, and the slope
  /// of the least squares line through the logarithms.
  private static void growth(List<Integer> sizes, List<List<Double>> rounds) {
    double n = sizes.size();
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumXy = 0;
    for (int size : sizes) {
      double cost = 0;
      for (int append = 0; append < size / SMALLEST; append++) {
        int at = append;
        cost += quantile(rounds.stream().map(round -> round.get(at)).toList(), 0.5);
      }
      print("the first %,d: %.3f s, %.2f microseconds an entry", size, cost, cost / size * 1e6);
      double x = Math.log(size);
      double y = Math.log(cost);
      sumX += x;
      sumY += y;
      sumXx += x * x;
      sumXy += x * y;
    }
    print("exponent of the cost: %.3f", (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX));
  }

  private static double sum(List<Double> values) {
    return values.stream().mapToDouble(it -> it).sum();
  }

  /// Appends of one entry each, to a log of that size.
  private void single(int size) throws IOException {
    List<Double> millis = new ArrayList<>();
    try (TileLog log = TileLog.open(newest, key)) {
      for (int i = 0; i < SINGLE_APPENDS; i++) {
        List<byte[]> entry = entries(size + i, 1);
        long begun = System.nanoTime();
        log.append(entry);
        millis.add((System.nanoTime() - begun) / 1e6);
      }
    }
    print("one durable append to %,d: %s", size, spread(millis));
  }

  /// Proofs of random entries, each by a reader that has read nothing yet.
  private void proofs(int size) throws IOException {
    DirectorySource files = new DirectorySource(newest);
    List<Double> millis = new ArrayList<>();
    try (TileLog log = TileLog.open(newest, key)) {
      Checkpoint checkpoint = log.checkpoint();
      for (int i = -PROOFS; i < PROOFS; i++) {
        long index = random.nextLong(checkpoint.size());
        long begun = System.nanoTime();
        InclusionProof proof = new LogReader(files, checkpoint.size()).inclusion(index);
        double took = (System.nanoTime() - begun) / 1e6;
        proof.verify(new LogReader(files, checkpoint.size()).leaf(index), checkpoint.root());
        if (i >= 0) {
          millis.add(took);
        }
      }
    }
    print("proof of any entry of %,d: %s", size, spread(millis));
  }

  private void fsck() throws IOException {
    long begun = System.nanoTime();
    Fsck.Report report =
        new Fsck(new DirectorySource(newest), List.of(key.verifier())).check(done -> {});
    double seconds = (System.nanoTime() - begun) / 1e9;
    print(
        "fsck of %,d: %s, %.1f s, %,.0f entries/s",
        report.size(), report.whole() ? "whole" : "faults", seconds, report.size() / seconds);
  }

  private void disk() throws IOException {
    long bytes = 0;
    long blocks = 0;
    long files = 0;
    try (Stream<Path> walk = Files.walk(newest)) {
      for (Path file : (Iterable<Path>) walk::iterator) {
        long size = Files.size(file);
        boolean regular = Files.isRegularFile(file);
        bytes += regular ? size : 0;
        files += regular ? 1 : 0;
        blocks += (size + BLOCK - 1) / BLOCK;
      }
    }
    double entries = Checkpoint.parse(checkpoint()).size();
    print(
        "disk: %.1f bytes an entry in %,d files, %.1f in blocks of %d",
        bytes / entries, files, blocks * BLOCK / entries, BLOCK);
  }

  private String checkpoint() throws IOException {
    String note = Files.readString(newest.resolve(TileLog.CHECKPOINT));
    return note.substring(0, note.indexOf("\n\n") + 1);
  }

  private void clear() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }

  private static String spread(List<Double> millis) {
    return String.format(
        Locale.ROOT,
        "p50 %.3f ms, p99 %.3f ms, longest %.3f ms",
        quantile(millis, 0.5),
        quantile(millis, 0.99),
        quantile(millis, 1));
  }

  private static double quantile(List<Double> values, double share) {
    double[] sorted = values.stream().flatMapToDouble(DoubleStream::of).sorted().toArray();
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}

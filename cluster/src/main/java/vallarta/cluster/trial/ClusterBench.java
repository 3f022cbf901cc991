package vallarta.cluster.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import vallarta.cluster.ToParquet;
import vallarta.engine.similarity.Grouping;
import vallarta.engine.similarity.Similarity;

/// Measures the job in interleaved rounds: the engine by itself on two threads, the job on two
/// threads of one process, on one worker of one core, on two; then with a worker killed at 30 % and
/// at 70 % of the time that two took. Prints each time, the medians, their ratios and the SHA-256
/// of the groups, which must be one.
///
/// The clock runs from the start of the process of the job to its end. Master, job and one worker
/// are kept on one core, with two workers on two (`taskset`): the second core would be a help that
/// nobody counts.
public final class ClusterBench {

  private final String classPath = Objects.requireNonNull(System.getProperty("java.class.path"));
  private final Path folder;
  private final Path lines;
  private final Path texts;
  private final String memory;
  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
  private final TreeSet<String> groups = new TreeSet<>();
  private int clusters;

  private ClusterBench(Path lines, Path texts, Path folder, String memory) {
    this.lines = lines;
    this.texts = texts;
    this.folder = folder;
    this.memory = memory;
  }

  /// `TEXTS FOLDER [ROUNDS [MEMORY]]`: lines of a key, a tab and a text, or how many to invent; a
  /// folder for all that is written; 3 rounds; 2g for each worker.
  public static void main(String[] args) throws Exception {
    if (args.length < 2) {
      System.err.println("TEXTS FOLDER [ROUNDS [MEMORY]] are needed.");
      System.exit(2);
    }
    Path folder = Files.createDirectories(Path.of(args[1])).toAbsolutePath();
    Path lines = lines(args[0], folder);
    Path parquet = folder.resolve("texts.parquet");
    ToParquet.main(new String[] {lines.toString(), parquet.toString()});
    ClusterBench bench = new ClusterBench(lines, parquet, folder, args.length > 3 ? args[3] : "2g");
    bench.run(args.length > 2 ? Integer.parseInt(args[2]) : 3);
    System.exit(bench.groups.size() == 1 ? 0 : 1);
  }

  private static Path lines(String texts, Path folder) throws IOException {
    if (!texts.chars().allMatch(Character::isDigit)) {
      return Path.of(texts);
    }
    Path lines = folder.resolve("texts.tsv");
    new Campaigns(1).write(Integer.parseInt(texts), lines);
    return lines;
  }

  private void run(int rounds) throws IOException, InterruptedException {
    for (int round = 0; round < rounds; round++) {
      plain();
      once("local[2]", 0, 0);
      once("1 worker", 1, 0);
      once("2 workers", 2, 0);
    }
    double two = median("2 workers");
    once("2 workers, one killed at 30 %", 2, 0.3 * two);
    once("2 workers, one killed at 70 %", 2, 0.7 * two);
    seconds.forEach((what, times) ->
        System.out.printf("%-30s median %7.1f s of %s%n", what, median(what), times));
    System.out.printf("overhead of the cluster: %.2f x local[2]%n", two / median("local[2]"));
    System.out.printf("from one worker to two: %.2f x%n", median("1 worker") / two);
    System.out.printf("SHA-256 of the groups: %s%n", String.join(" AND ", groups));
  }

  private void once(String what, int workers, double killAfter)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    double took;
    if (workers == 0) {
      Job job = Job.start(classPath, line -> {}, texts, out, "--engine", what);
      took = job.end();
      groups.add(job.sha256());
    } else {
      Path home = folder.resolve("cluster" + clusters++);
      try (LoopbackCluster cluster = new LoopbackCluster(classPath, home, workers, memory)) {
        Job job = Job.start(classPath, line -> {}, texts, out, cluster);
        if (killAfter > 0) {
          Thread.sleep((long) (killAfter * 1000));
          cluster.kill(1);
        }
        took = job.end();
        groups.add(job.sha256());
      }
    }
    took(what, took);
  }

  private void plain() throws IOException {
    long begun = System.nanoTime();
    Path groupsFile = folder.resolve("plain.tsv");
    Grouping grouping = new Grouping(Similarity.LETTERS, 2);
    grouping.read(lines, (step, done, of) -> {});
    grouping.settle();
    grouping.write(groupsFile);
    groups.add(Job.sha256(groupsFile));
    took("the engine alone", (System.nanoTime() - begun) / 1e9);
  }

  private void took(String what, double took) {
    double rounded = Math.round(took * 10) / 10.0;
    seconds.computeIfAbsent(what, it -> new ArrayList<>()).add(rounded);
    System.out.printf("%-30s %7.1f s%n", what, rounded);
  }

  private double median(String what) {
    double[] sorted =
        Objects.requireNonNull(seconds.get(what)).stream().mapToDouble(it -> it).sorted().toArray();
    return sorted.length % 2 == 1
        ? sorted[sorted.length / 2]
        : Arrays.stream(sorted).skip(sorted.length / 2 - 1).limit(2).average().orElseThrow();
  }
}

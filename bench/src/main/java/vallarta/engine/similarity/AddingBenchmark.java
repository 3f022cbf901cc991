package vallarta.engine.similarity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long a thousand new texts take that are added to those of a file, of which they vary some.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 7)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx6g", "-XX:+UseParallelGC"})
public class AddingBenchmark {

  private static final int ADDED = 1000;

  /// A file of texts: a key, a tab, the text.
  @Param("texts.tsv")
  private String file = "";

  private final Grouping grouping = new Grouping(Similarity.LETTERS, 2);
  private List<String> texts = List.of();
  private int round;

  @Setup
  public void read() throws IOException {
    Path path = Path.of(file);
    try (Stream<String> lines = Files.lines(path)) {
      texts = lines.limit(ADDED).map(it -> it.substring(it.indexOf('\t') + 1)).toList();
    }
    grouping.read(path, (step, done, of) -> {});
    grouping.settle();
  }

  @Benchmark
  public List<GroupEvent> addAThousand() {
    round++;
    for (int i = 0; i < ADDED; i++) {
      grouping.add(1_000_000_000L * round + i, texts.get(i) + " round " + "again ".repeat(round));
    }
    return grouping.settle();
  }
}

package vallarta.engine.similarity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/// How long a text of about 600 bytes takes to be read into shingles, by language: lines of UN
/// documents, put together.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ShinglingBenchmark {

  private static final int BYTES = 600;

  /// The folder of public test data.
  @Param("data")
  private String data = "";

  @Param({"ar", "zh", "en", "fr", "ru", "es"})
  private String language = "";

  private final Shingling shingling = new Shingling();
  private final List<byte[]> texts = new ArrayList<>();
  private int next;

  @Setup
  public void read() throws IOException {
    StringBuilder text = new StringBuilder();
    Path lines = Path.of(data, "languages", "un-parallel." + language + ".txt");
    for (String line : Files.readAllLines(lines)) {
      text.append(line).append(' ');
      byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
      if (utf8.length >= BYTES) {
        texts.add(utf8);
        text.setLength(0);
      }
    }
  }

  @Benchmark
  public long[] shingles() {
    byte[] text = texts.get(next++ % texts.size());
    return shingling.of(text, 0, text.length);
  }
}

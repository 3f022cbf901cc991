package vallarta.bench.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {

  @TempDir private Path folder;

  private static final class Lines implements TextFile.Reader {

    private final List<String> lines = new ArrayList<>();

    @Override
    public void read(long key, byte[] utf8, int from, int to) {
      lines.add(key + "\t" + new String(utf8, from, to - from, StandardCharsets.UTF_8));
    }
  }

  /// Lines of every length, some over several pieces, read each once.
  @Test
  void readsEachLineOnceInTheOrderOfTheFile() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    List<String> lines = new ArrayList<>();
    for (int key = 0; key < 60; key++) {
      int length = key == 20 ? 18_000_000 : random.nextInt(1_000_000);
      lines.add(key + "\t" + "ab c".repeat(length / 4));
    }
    Path file = folder.resolve("texts");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (String line : lines) {
        out.write(line + "\n");
      }
    }
    List<String> read =
        TextFile.read(file, 3, Lines::new).stream().flatMap(piece -> piece.lines.stream()).toList();
    assertThat(read.equals(lines)).as("the same lines in the same order").isTrue();
  }
}

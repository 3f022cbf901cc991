package vallarta.engine.similarity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// A file of the public material that some tests run against where it is present.
final class SharedFile {

  private SharedFile() {}

  /// The text of a file; bytes that are not UTF-8 become replacement characters. The test is
  /// skipped without the file.
  static String read(String name) {
    Path path = Path.of(System.getProperty("vallarta.shared.data", "../shared/data")).resolve(name);
    Assumptions.assumeTrue(
        Files.exists(path), () -> "skipped: the shared data '" + name + "' is not on this machine");
    try {
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

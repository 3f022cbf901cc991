package vallarta.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// The public material that some tests run against where it is present; where it is not they are
/// skipped and say so.
public final class SharedData {

  private SharedData() {}

  /// The file or folder of that name, or the test is skipped.
  public static Path get(String name) {
    Optional<Path> found = find(name);
    Assumptions.assumeTrue(
        found.isPresent(), () -> "skipped: the shared data '" + name + "' is not on this machine");
    return found.orElseThrow();
  }

  private static Optional<Path> find(String name) {
    String folder = System.getProperty("vallarta.shared.data", "../shared/data");
    Path path = Path.of(folder).resolve(name);
    return Files.exists(path) ? Optional.of(path) : Optional.empty();
  }
}

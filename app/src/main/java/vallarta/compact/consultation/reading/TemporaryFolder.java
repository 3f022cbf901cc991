package vallarta.compact.consultation.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folder of a reading process, in which parsers put what they unpack.
final class TemporaryFolder {

  private TemporaryFolder() {}

  /// Deletes it as far as that is possible: what cannot be deleted is left to the system.
  static void delete(Path folder) {
    empty(folder, true);
  }

  /// Deletes what is in it.
  static void empty(Path folder) {
    empty(folder, false);
  }

  private static void empty(Path folder, boolean itself) {
    List<Path> found;
    try (Stream<Path> paths = Files.walk(folder)) {
      found = paths.sorted(Comparator.reverseOrder()).toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      return;
    }
    for (Path path : found) {
      if (itself || !path.equals(folder)) {
        deleteIfPossible(path);
      }
    }
  }

  private static void deleteIfPossible(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      path.toFile().deleteOnExit();
    }
  }
}

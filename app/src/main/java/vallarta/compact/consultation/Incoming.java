package vallarta.compact.consultation;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vallarta.compact.consultation.reading.FileNames;
import vallarta.compact.store.Sha256;

/// A file that somebody hands in.
///
/// @param path where its bytes are
/// @param name its name made safe
/// @param sha256 of its bytes, in hexadecimal
/// @param declared what was said of it
/// @param arrived when it came
record Incoming(
    Path path, String name, String sha256, long sizeBytes, Declared declared, Instant arrived) {

  static Incoming of(Path path, String name, Declared declared) throws IOException {
    return new Incoming(
        path, FileNames.safe(name), Sha256.of(path), Files.size(path), declared, Instant.now());
  }

  Incoming with(Declared said) {
    return new Incoming(path, name, sha256, sizeBytes, said, arrived);
  }

  Incoming at(Instant moment) {
    return new Incoming(path, name, sha256, sizeBytes, declared, moment);
  }

  boolean isTable() {
    return name.toLowerCase(java.util.Locale.ROOT).endsWith(".csv");
  }

  /// The files of a folder and of those below it, or the file itself, by path; hidden ones are left
  /// out and links are not followed.
  static List<Path> list(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of(root);
    }
    List<Path> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(root, new FileVisitOption[0])) {
      walk.filter(path -> Files.isRegularFile(path, java.nio.file.LinkOption.NOFOLLOW_LINKS))
          .filter(path -> visible(root.relativize(path)))
          .sorted()
          .forEach(files::add);
    }
    return files;
  }

  private static boolean visible(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }
}

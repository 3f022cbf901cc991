package vallarta.compact.record;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// A file with a private key on one line, below comments that say what it is: for its owner alone,
/// and never overwritten.
final class KeyFile {

  private KeyFile() {}

  /// The line with the key.
  static String read(Path file) throws IOException {
    return keys(file).getFirst();
  }

  /// All lines with keys.
  static List<String> keys(Path file) throws IOException {
    List<String> keys =
        Files.readAllLines(file).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    if (keys.isEmpty()) {
      throw new IOException("the file " + file + " holds no key: restore it from your copy");
    }
    return keys;
  }

  static void write(Path file, List<String> comments, String key) throws IOException {
    List<String> lines = new ArrayList<>(comments);
    lines.add(key);
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerAlone =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(next);
    Files.createFile(next, ownerAlone);
    Files.write(next, lines, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    Files.move(next, file);
  }
}

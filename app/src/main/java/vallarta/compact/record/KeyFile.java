package vallarta.compact.record;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  /// Writes a file that is not there yet; one that is there stays.
  static void write(Path file, List<String> comments, String key) throws IOException {
    List<String> lines = new ArrayList<>(comments);
    lines.add(key);
    Path beside = beside(file, lines);
    try {
      Files.createLink(file, beside);
    } catch (FileAlreadyExistsException anotherWasFaster) {
      return;
    } finally {
      Files.delete(beside);
    }
    force(file);
  }

  /// Writes a file in the place of the one that is there, in one step.
  static void replace(Path file, List<String> lines) throws IOException {
    Files.move(
        beside(file, lines),
        file,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    force(file);
  }

  private static Path beside(Path file, List<String> lines) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerAlone =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path beside =
        file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
    Files.deleteIfExists(beside);
    Files.createFile(beside, ownerAlone);
    Files.write(beside, lines, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    return beside;
  }

  private static void force(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }
}

package vallarta.compact.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

/// The original files as they came, each under the SHA-256 of its bytes; what is there never
/// changes.
public final class Blobs {

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final Path folder;

  public Blobs(Path folder) {
    this.folder = folder;
  }

  /// Keeps the bytes of a file. When this returns they are on the disk.
  ///
  /// @param sha256 what their hash was when they were read: bytes that changed since are refused
  public void put(Path file, String sha256) {
    Path place = place(sha256);
    if (Files.exists(place)) {
      return;
    }
    try {
      Path shelf = Files.createDirectories(shelf(sha256));
      Path beside = Files.createTempFile(shelf, ".", ".part");
      try {
        if (!copy(file, beside).equals(sha256)) {
          throw new StoreFailure("the file %s changed while it was read".formatted(file));
        }
        sync(beside);
        Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
        sync(shelf);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new StoreFailure(
          "the file %s could not be kept: %s".formatted(file, e.getMessage()), e);
    }
  }

  /// Where the bytes with that hash are, empty when they are not here.
  public Optional<Path> find(String sha256) {
    return Optional.of(place(sha256)).filter(Files::exists);
  }

  private Path place(String sha256) {
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("no SHA-256: " + sha256);
    }
    return shelf(sha256).resolve(sha256);
  }

  private Path shelf(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4));
  }

  private static String copy(Path from, Path to) throws IOException {
    try (InputStream in = Files.newInputStream(from);
        OutputStream out = Files.newOutputStream(to, StandardOpenOption.WRITE)) {
      return Sha256.copy(in, out);
    }
  }

  /// Makes the disk hold what was written to a file or folder.
  private static void sync(Path path) throws IOException {
    StandardOpenOption how =
        Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }
}

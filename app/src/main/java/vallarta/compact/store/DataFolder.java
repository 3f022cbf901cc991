package vallarta.compact.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// The folder that holds everything of one deployment: the database, the original files, the index.
/// Only its owner may look into it.
public final class DataFolder implements AutoCloseable {

  private static final String ONLY_OWNER = "rwx------";

  private final Path root;
  private final @Nullable FileLock lock;

  private DataFolder(Path root, @Nullable FileLock lock) {
    this.root = root;
    this.lock = lock;
  }

  /// The wanted folder, else the one named by `VALLARTA_DATA`, else the usual place in the home
  /// folder (XDG base directories): always absolute.
  public static Path resolve(@Nullable Path wanted) {
    String named = System.getenv("VALLARTA_DATA");
    String share = System.getenv("XDG_DATA_HOME");
    Path folder =
        wanted != null
            ? wanted
            : named != null
                ? Path.of(named)
                : share != null
                    ? Path.of(share, "vallarta")
                    : Path.of(System.getProperty("user.home"), ".local", "share", "vallarta");
    return folder.toAbsolutePath().normalize();
  }

  /// Opens it, making it where it is not there yet. The first process that opens it owns it until
  /// it closes; others may use what the owner runs.
  ///
  /// @throws StoreFailure when it cannot be made or written
  public static DataFolder open(Path root) {
    try {
      Files.createDirectories(root);
      if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString(ONLY_OWNER));
      }
      FileChannel channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
      }
      return new DataFolder(root, lock);
    } catch (IOException e) {
      throw new StoreFailure(
          "the data folder %s cannot be written (%s): name another with --data DIR"
              .formatted(root, e.getMessage()),
          e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }

  /// Whether this process is the one that runs the database and the index of the folder.
  public boolean owned() {
    return lock != null;
  }

  public Path root() {
    return root;
  }

  /// Where the original files are.
  public Path inputs() {
    return root.resolve("inputs");
  }

  /// Where the search index is.
  public Path index() {
    return root.resolve("index");
  }

  Path database() {
    return root.resolve("postgres");
  }

  Path databaseLog() {
    return root.resolve("postgres.log");
  }

  Path databasePassword() {
    return root.resolve("postgres.password");
  }

  Path databaseBinaries(String version) {
    return root.resolve("postgres-" + version);
  }

  @Override
  public void close() {
    if (lock != null) {
      try {
        lock.acquiredBy().close();
      } catch (IOException e) {
        throw new StoreFailure("the lock of " + root + " could not be given back", e);
      }
    }
  }
}

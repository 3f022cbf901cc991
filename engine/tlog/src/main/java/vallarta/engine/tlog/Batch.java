package vallarta.engine.tlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The files of one append, from the first written to the point where a checkpoint may promise
/// them.
final class Batch {

  private final Disk disk;
  private final Path folder;
  private final Set<Path> knownFolders;
  private final List<Path> files = new ArrayList<>();
  private final Set<Path> touched = new LinkedHashSet<>();

  /// @param knownFolders folders that are there for certain; those that are made are added
  Batch(Disk disk, Path folder, Set<Path> knownFolders) {
    this.disk = disk;
    this.folder = folder;
    this.knownFolders = knownFolders;
  }

  void write(Tile tile, ByteBuffer content) {
    Path file = folder.resolve(tile.path());
    try {
      makeFolders(parent(file));
      disk.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.add(file);
    touched.add(parent(file));
  }

  private void makeFolders(Path path) throws IOException {
    if (knownFolders.contains(path)) {
      return;
    }
    if (!path.equals(folder)) {
      makeFolders(parent(path));
      disk.makeFolder(path);
      touched.add(parent(path));
    }
    knownFolders.add(path);
  }

  /// Returns when all files and their names are on the disk.
  void force() throws IOException {
    disk.force(files);
    for (Path each : touched) {
      disk.forceFolder(each);
    }
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    if (parent == null) {
      throw new IllegalStateException("no file of the log is a root: " + path);
    }
    return parent;
  }
}

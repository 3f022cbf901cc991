package vallarta.engine.tlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a log does to its folder, one step a method: so that the order of the steps can be checked,
/// and a crash between any two of them.
interface Disk {

  /// The real one.
  Disk REAL = new RealDisk();

  Optional<byte[]> read(Path file) throws IOException;

  boolean exists(Path file);

  /// Makes a folder whose parent is there, if it is not there.
  ///
  /// @return whether it was made
  boolean makeFolder(Path folder) throws IOException;

  /// Writes a file, over what is there. It may be lost until it is forced, and its name until its
  /// folder is.
  void write(Path file, ByteBuffer content) throws IOException;

  /// Returns when the content of the files is on the disk.
  void force(Collection<Path> files) throws IOException;

  /// Returns when the names in a folder are on the disk.
  void forceFolder(Path folder) throws IOException;

  /// Gives a file another name, in place of the file that bore it, in one step.
  void rename(Path from, Path to) throws IOException;

  /// Deletes a folder with its files, if it is there.
  void deleteFolder(Path folder) throws IOException;

  /// Files of the operating system.
  final class RealDisk implements Disk {

    @Override
    public Optional<byte[]> read(Path file) throws IOException {
      try {
        return Optional.of(Files.readAllBytes(file));
      } catch (NoSuchFileException e) {
        return Optional.empty();
      }
    }

    @Override
    public boolean exists(Path file) {
      return Files.exists(file);
    }

    @Override
    public boolean makeFolder(Path folder) throws IOException {
      if (Files.isDirectory(folder)) {
        return false;
      }
      Files.createDirectory(folder);
      return true;
    }

    @Override
    public void write(Path file, ByteBuffer content) throws IOException {
      try (FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        while (content.hasRemaining()) {
          channel.write(content);
        }
      }
    }

    @Override
    public void force(Collection<Path> files) throws IOException {
      for (Path file : files) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
      }
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void deleteFolder(Path folder) throws IOException {
      if (!Files.exists(folder)) {
        return;
      }
      List<Path> files;
      try (Stream<Path> walk = Files.walk(folder)) {
        files = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }
}

package vallarta.engine.tlog;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    private static final int FEW = 4;
    private static final int AT_ONCE = 16;
    private static final ExecutorService FORCING = forcing();

    private static ExecutorService forcing() {
      ThreadPoolExecutor threads =
          new ThreadPoolExecutor(
              AT_ONCE,
              AT_ONCE,
              10,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(),
              Thread.ofPlatform().daemon().name("tlog-force-", 0).factory());
      threads.allowCoreThreadTimeOut(true);
      return threads;
    }

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

    /// Forces many files side by side: a file system with a journal writes it once for all that
    /// wait.
    @Override
    public void force(Collection<Path> files) throws IOException {
      if (files.size() < FEW) {
        for (Path file : files) {
          force(file);
        }
        return;
      }
      List<Future<Void>> underWay = new ArrayList<>();
      for (Path file : files) {
        underWay.add(FORCING.submit(() -> force(file)));
      }
      Optional<IOException> failure = Optional.empty();
      for (Future<Void> each : underWay) {
        failure = failure.or(() -> failure(each));
      }
      if (failure.isPresent()) {
        throw failure.get();
      }
    }

    private static @Nullable Void force(Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      return null;
    }

    private static Optional<IOException> failure(Future<Void> forcing) {
      try {
        forcing.get();
        return Optional.empty();
      } catch (ExecutionException e) {
        return Optional.of(
            e.getCause() instanceof IOException io ? io : new IOException(e.getCause()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.of(new InterruptedIOException("the files were not forced"));
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

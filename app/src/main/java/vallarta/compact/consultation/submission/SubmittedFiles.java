package vallarta.compact.consultation.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vallarta.compact.store.Blobs;
import vallarta.compact.store.DataFolder;

/// The files of submissions, apart from those of inputs: each submission has a folder of its own,
/// which goes when the submission is discarded or withdrawn, or has become an input.
///
/// Whoever writes holds the row of the submission. What a row names is there; what no row names any
/// more goes with the next write.
@Component
class SubmittedFiles {

  private final Path root;

  SubmittedFiles(DataFolder folder) {
    this.root = folder.root().resolve("submissions");
  }

  /// Keeps the bytes of a file for a submission. When this returns they are on the disk.
  ///
  /// @param named the hash of the file that the row names until now, or empty: it stays
  void keep(long submission, Path file, String sha256, String named) {
    for (Path there : files(submission)) {
      String name = String.valueOf(there.getFileName());
      if (!name.equals(named) && !name.equals(sha256)) {
        delete(there);
      }
    }
    new Blobs(folder(submission)).put(file, sha256);
  }

  Optional<Path> find(long submission, String sha256) {
    return new Blobs(folder(submission)).find(sha256);
  }

  /// Removes all files of a submission once the transaction is committed.
  void removeAfterCommit(long submission) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            remove(submission);
          }
        });
  }

  private void remove(long submission) {
    if (!Files.exists(folder(submission))) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder(submission))) {
      all.sorted(Comparator.reverseOrder()).forEach(SubmittedFiles::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> files(long submission) {
    if (!Files.exists(folder(submission))) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder(submission))) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder(long submission) {
    return root.resolve("SU-" + submission);
  }
}

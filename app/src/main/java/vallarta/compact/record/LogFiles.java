package vallarta.compact.record;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vallarta.compact.store.DataFolder;
import vallarta.engine.tlog.LogKey;

/// The folder of the record in the data folder: `log`, whose files are public and may be served by
/// any web server, and `key`, which is secret.
@Component
public final class LogFiles {

  private static final String FOR_NO_SITE = "vallarta.invalid/";

  private final Path folder;
  private final String origin;
  private final boolean named;

  LogFiles(
      DataFolder data,
      @Value("${vallarta.record.origin:}") String origin,
      @Value("${vallarta.demo:false}") boolean demonstration) {
    this.folder = data.root().resolve("record");
    String usual = FOR_NO_SITE + (demonstration ? "demonstration" : "record");
    this.origin = origin.isEmpty() ? usual : origin;
    this.named = !origin.isEmpty();
  }

  /// Where the static files of the log are.
  public Path log() {
    return folder.resolve("log");
  }

  /// Where the private key is.
  public Path keyFile() {
    return folder.resolve("key");
  }

  /// The key that signs; a new one at the first start. One that is there is never overwritten.
  LogKey key() throws IOException {
    Files.createDirectories(folder);
    if (!Files.exists(keyFile())) {
      write(LogKey.generate(origin));
    }
    List<String> lines =
        Files.readAllLines(keyFile()).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    if (lines.size() != 1) {
      throw new IOException("%s holds %d keys, not one".formatted(keyFile(), lines.size()));
    }
    LogKey key = LogKey.parse(lines.getFirst());
    if (named && !key.origin().equals(origin)) {
      throw new IOException(
          "the key in %s is of %s, but VALLARTA_RECORD_ORIGIN says %s"
              .formatted(keyFile(), key.origin(), origin));
    }
    return key;
  }

  private void write(LogKey key) throws IOException {
    String text =
        """
        # The private key of the public record %s.
        # Whoever has it can sign in the name of this record: keep it secret, and keep a copy
        # apart from the data. It is made once and never overwritten.
        # Its public half, for all who verify:
        #   %s
        %s
        """
            .formatted(key.origin(), key.verifier(), key.encoded());
    Path beside = Files.createTempFile(folder, ".key", ".part");
    if (beside.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-------"));
    }
    try (FileChannel file = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      file.write(StandardCharsets.UTF_8.encode(text));
      file.force(true);
    }
    try {
      Files.createLink(keyFile(), beside);
    } catch (java.nio.file.FileAlreadyExistsException anotherWasFaster) {
      return;
    } finally {
      Files.delete(beside);
    }
    try (FileChannel parent = FileChannel.open(folder, StandardOpenOption.READ)) {
      parent.force(true);
    }
  }
}

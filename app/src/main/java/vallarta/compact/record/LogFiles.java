package vallarta.compact.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vallarta.compact.store.DataFolder;
import vallarta.engine.tlog.LogKey;
import vallarta.engine.tlog.LogKeys;
import vallarta.engine.tlog.Policy;
import vallarta.engine.tlog.VerifierKey;

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

  /// The key that signs, and below it in the file those it takes over from.
  LogKeys keys() throws IOException {
    List<LogKey> keys = read();
    return LogKeys.of(keys.getFirst(), keys.subList(1, keys.size()));
  }

  /// The key that signs now.
  LogKey key() throws IOException {
    return read().getFirst();
  }

  /// The public halves of all keys that sign, the current one first.
  List<VerifierKey> verifiers() throws IOException {
    return read().stream().map(LogKey::verifier).toList();
  }

  /// The keys in the file, the current one first; a new one at the first start. One that is there
  /// is never overwritten.
  private List<LogKey> read() throws IOException {
    Files.createDirectories(folder);
    if (!Files.exists(keyFile())) {
      write(LogKey.generate(origin));
    }
    List<LogKey> keys = KeyFile.keys(keyFile()).stream().map(LogKey::parse).toList();
    LogKey key = keys.getFirst();
    if (named && !key.origin().equals(origin)) {
      throw new IOException(
          "the key in %s is of %s, but VALLARTA_RECORD_ORIGIN says %s"
              .formatted(keyFile(), key.origin(), origin));
    }
    return keys;
  }

  /// Whom the operator believes and asks: the file `policy` beside the key (C2SP tlog-policy), or
  /// the record's own key and no witness.
  Policy policy() throws IOException {
    Path file = folder.resolve("policy");
    return Files.exists(file) ? Policy.parse(Files.readString(file)) : Policy.of(key().verifier());
  }

  /// The policy as others may take it over: without the operator's remarks.
  String policyText() throws IOException {
    Path file = folder.resolve("policy");
    if (!Files.exists(file)) {
      return "log " + key().verifier() + "\nquorum none\n";
    }
    return Files.readString(file)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /// Believes what any of the keys that sign has signed: while one takes over from another, proofs
  /// that were taken before still hold.
  Policy own() throws IOException {
    return Policy.parse(
        verifiers().stream()
            .map(key -> "log " + key + "\n")
            .collect(Collectors.joining("", "", "quorum none\n")));
  }

  private void write(LogKey key) throws IOException {
    KeyFile.write(
        keyFile(),
        List.of(
            "# The private key of the public record " + key.origin() + ".",
            "# Whoever has it can sign in the name of this record: keep it secret, and keep a copy",
            "# apart from the data. It is made once and never overwritten.",
            "# Its public half, for all who verify:",
            "#   " + key.verifier()),
        key.encoded());
  }
}

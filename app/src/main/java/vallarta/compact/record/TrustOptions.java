package vallarta.compact.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vallarta.engine.tlog.Policy;
import vallarta.engine.tlog.VerifierKey;

/// Options that say whom one believes.
final class TrustOptions {

  @Option(
      names = "--key",
      paramLabel = "VKEY",
      description = "Public key of the record, as it is shown on its page /record.")
  private @Nullable String key;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "Logs, witnesses and how many of them must have cosigned, as a tlog-policy file.")
  private @Nullable Path policy;

  /// What is believed.
  ///
  /// @throws IllegalArgumentException when nothing was named
  Policy policy() throws IOException {
    if (policy != null) {
      return Policy.parse(Files.readString(policy));
    }
    if (key != null) {
      return Policy.of(VerifierKey.parse(key));
    }
    throw new IllegalArgumentException(
        "whom do you believe? Name the record's public key with --key, or a policy with --policy FILE");
  }
}

package vallarta.compact.record;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vallarta.compact.cli.Progress;
import vallarta.compact.cli.Version;
import vallarta.engine.tlog.Policy;
import vallarta.engine.tlog.ProofFile;
import vallarta.engine.tlog.Refused;
import vallarta.engine.tlog.http.HttpSource;

/// `vallarta record verify`: checks what somebody else says the record holds, without asking them
/// to be believed.
@Command(
    name = "verify",
    description = {
      "Check a proof file (.tlog-proof), an exported record, a folder or an address of a log.",
      "A proof is checked offline; of a log every entry is read and the whole tree is built anew.",
      "Says by whom it is signed and witnessed, or the exact place of what is wrong (exit code 1)."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class VerifyCommand implements Callable<Integer> {

  private static final String PROOF = "c2sp.org/tlog-proof@v1\n";
  private static final long LONGEST_PROOF = 16L << 20;

  @Parameters(
      paramLabel = "FILE|URL",
      description =
          "A proof file, an archive of 'vallarta record export', a folder, or the address of a log.")
  private String target = "";

  @Option(
      names = "--entry",
      paramLabel = "FILE",
      description = "The bytes that were logged, where the proof does not carry them.")
  private @Nullable Path entry;

  @Mixin private TrustOptions trust = new TrustOptions();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Policy policy = trust.policy();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try {
      if (target.startsWith("https://") || target.startsWith("http://")) {
        return log(new LogCheck(source(target), policy), out);
      }
      return path(Path.of(target), policy, out);
    } catch (Refused e) {
      out.println("NOT VERIFIED (" + e.reason() + "): " + e.place());
      return 1;
    }
  }

  private static HttpSource source(String address) {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    return new HttpSource(client, URI.create(address));
  }

  private int path(Path path, Policy policy, PrintWriter out) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (Files.isDirectory(path)) {
      return log(LogCheck.of(path, policy), out);
    }
    if (isProof(path)) {
      return proof(ProofFile.parse(Files.readString(path)), policy, out);
    }
    try (FileSystem archive = FileSystems.newFileSystem(path)) {
      return log(LogCheck.of(archive.getPath("/"), policy), out);
    } catch (ProviderNotFoundException | ZipException e) {
      throw new IOException(path + " is neither a proof file nor an exported record", e);
    }
  }

  private static boolean isProof(Path path) throws IOException {
    try (var file = Files.newInputStream(path)) {
      byte[] head = file.readNBytes(PROOF.length());
      return new String(head, StandardCharsets.UTF_8).equals(PROOF)
          && Files.size(path) <= LONGEST_PROOF;
    }
  }

  private int proof(ProofFile proof, Policy policy, PrintWriter out) throws IOException {
    byte[] extra = proof.extra();
    Evidence evidence =
        entry != null
            ? new Evidence(Files.readAllBytes(entry), List.of())
            : Evidence.parse(extra == null ? new byte[0] : extra);
    Policy.Verdict verdict = proof.verify(evidence.entry(), policy);
    evidence.check();
    out.println("VERIFIED");
    out.println("Entry:      index %d of %d".formatted(proof.index(), verdict.checkpoint().size()));
    LogCheck.tell(verdict, out);
    out.println("Logged:     " + new String(evidence.entry(), StandardCharsets.UTF_8));
    evidence.fields().forEach((name, value) -> out.println("  " + name + ": " + value));
    if (evidence.hidden() > 0) {
      out.println("  not disclosed: " + evidence.hidden() + " (never, or erased since)");
    }
    return 0;
  }

  private static int log(LogCheck check, PrintWriter out) throws IOException {
    return check.run(Progress.on(System.err, "entries:"), out) ? 0 : 1;
  }
}

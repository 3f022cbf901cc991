package vallarta.compact.record;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vallarta.compact.cli.Version;
import vallarta.compact.store.DataFolder;
import vallarta.engine.tlog.VerifierKey;
import vallarta.engine.tlog.Witness;
import vallarta.engine.tlog.WitnessKey;
import vallarta.engine.tlog.http.WitnessServer;

/// `vallarta record witness`: cosigns what a record publishes, as long as it only ever grows.
@Command(
    name = "witness",
    description = {
      "Be a witness of a record: cosign each of its checkpoints that continues the last.",
      "A record that shows two people two histories cannot get both cosigned.",
      "The key is made on the first run. Give its public half and the address to the record's operator."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class WitnessCommand implements Callable<Integer> {

  private static final String KEY_FILE = "witness.key";

  @Option(
      names = "--log",
      required = true,
      paramLabel = "VKEY",
      description =
          "Public key of a record to cosign, as shown on its page /record; may be repeated.")
  private List<String> logs = List.of();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "Name of the witness, as a rule an address without scheme: ngo.example/witness. Needed on the first run.")
  private @Nullable String name;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description =
          "Where the key and the last checkpoints are kept (default: witness, in the data folder).")
  private @Nullable Path folder;

  @Option(
      names = "--address",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "Address to listen at (default: ${DEFAULT-VALUE}).")
  private String address = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8090",
      description = "Port to listen at, 0 for any that is free (default: ${DEFAULT-VALUE}).")
  private int port;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter talk = Objects.requireNonNull(spec).commandLine().getErr();
    Path home = folder == null ? DataFolder.resolve(null).resolve("witness") : folder;
    Files.createDirectories(home);
    WitnessKey key = key(home.resolve(KEY_FILE));
    Witness witness =
        new Witness(
            home.resolve("logs"),
            key,
            logs.stream().map(VerifierKey::parse).toList(),
            InstantSource.system());
    try (WitnessServer server =
        new WitnessServer(
            new InetSocketAddress(address, port), witness, answer -> tell(talk, answer))) {
      talk.println("Public key:  " + witness.verifier());
      talk.println("Address:     http://%s:%d".formatted(address, server.address().getPort()));
      talk.println("Kept in:     " + home);
      talk.println("Stop with Ctrl+C.");
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private static void tell(PrintWriter talk, Witness.Answer answer) {
    String what =
        switch (answer) {
          case Witness.Answer.Cosigned it -> "cosigned";
          case Witness.Answer.Conflict it when it.split() ->
              "SPLIT VIEW: the record shows another root of size %d than it did before"
                  .formatted(it.known());
          case Witness.Answer.Conflict it -> "asked from another size than " + it.known();
          case Witness.Answer.Declined it -> "declined: " + it.why();
        };
    talk.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + what);
  }

  private WitnessKey key(Path file) throws IOException {
    if (Files.exists(file)) {
      return WitnessKey.parse(KeyFile.read(file));
    }
    if (name == null) {
      throw new IllegalArgumentException(
          "there is no key in " + file + " yet: name the witness with --name ngo.example/witness");
    }
    WitnessKey key = WitnessKey.generate(name);
    KeyFile.write(
        file,
        List.of(
            "# Private key of a witness. Whoever has it can cosign in its name: keep it secret, keep a copy.",
            "# Its public half: " + key.verifier()),
        key.encoded());
    return key;
  }
}

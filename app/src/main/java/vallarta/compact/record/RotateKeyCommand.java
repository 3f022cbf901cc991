package vallarta.compact.record;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vallarta.compact.cli.Application;
import vallarta.compact.cli.DataOptions;
import vallarta.compact.cli.Version;
import vallarta.engine.tlog.LogKey;

/// `vallarta record rotate-key`: another key takes over, in two steps.
@Command(
    name = "rotate-key",
    description = {
      "Let a new key take over. From the next start both keys sign, so that whoever knows either believes the record.",
      "When everybody has the new key: --finish, and the old one signs no more."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class RotateKeyCommand implements Callable<Integer> {

  @Option(names = "--finish", description = "Drop the keys that the current one took over from.")
  private boolean finish;

  @Mixin private DataOptions data = new DataOptions();
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter talk = Objects.requireNonNull(spec).commandLine().getErr();
    try (Application application = data.open()) {
      LogFiles files = application.get(LogFiles.class);
      LogKey current = files.key();
      LogKey next = finish ? current : LogKey.generate(current.origin());
      List<String> lines = new ArrayList<>();
      lines.add("# The private key of the public record " + current.origin() + ": a secret.");
      lines.add("# Its public half, for all who verify: " + next.verifier());
      lines.add(next.encoded());
      if (!finish) {
        lines.add("# Keys it takes over from. They sign too until 'record rotate-key --finish'.");
        lines.addAll(KeyFile.keys(files.keyFile()));
      }
      KeyFile.replace(files.keyFile(), lines);
      talk.println("Public key:  " + next.verifier());
      talk.println(
          "Start the server anew: it signs with " + (finish ? "this key alone." : "both keys."));
    }
    return 0;
  }
}

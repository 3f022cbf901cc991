package vallarta.compact.record;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vallarta.compact.cli.CommandPlugin;
import vallarta.compact.cli.Version;

/// The commands of the stage, all under `vallarta record`.
public final class RecordCommands implements CommandPlugin {

  @Override
  public List<Object> commands() {
    return List.of(
        new CommandLine(new Door())
            .addSubcommand(new VerifyCommand())
            .addSubcommand(new FsckCommand())
            .addSubcommand(new WitnessCommand())
            .addSubcommand(new ExportCommand())
            .addSubcommand(new RotateKeyCommand()));
  }

  /// `vallarta record`.
  @Command(
      name = "record",
      description = "Check the public record, cosign it, take it with you.",
      synopsisSubcommandLabel = "WHAT",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class)
  static final class Door implements Runnable {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public void run() {
      throw new CommandLine.ParameterException(
          Objects.requireNonNull(spec).commandLine(), "Do what? See: vallarta record --help");
    }
  }
}

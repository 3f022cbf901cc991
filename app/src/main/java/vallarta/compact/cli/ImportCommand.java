package vallarta.compact.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `vallarta import`: the stages plug in what can be imported.
@Command(
    name = "import",
    description = {
      "Import into the data folder.",
      "Every import is a dry run first: when a row has a problem nothing is written. A second run of the same import changes nothing."
    },
    synopsisSubcommandLabel = "WHAT",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ImportCommand implements Runnable {

  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Import what? See: vallarta import --help");
    }
  }
}

package vallarta.compact.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `vallarta export`: the stages plug in what can be exported.
@Command(
    name = "export",
    description = "Write what the data folder holds.",
    synopsisSubcommandLabel = "WHAT",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ExportCommand implements Runnable {

  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Export what? See: vallarta export --help");
    }
  }
}

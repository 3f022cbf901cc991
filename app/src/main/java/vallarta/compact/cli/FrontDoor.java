package vallarta.compact.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command `vallarta`: data goes to standard output, talk to standard error; exit code 0 when
/// all went well, 1 when something was wrong with the data or the machine, 2 when the command was
/// called wrongly.
@Command(
    name = "vallarta",
    description = "Stocktaking, accountability and follow-up of an intergovernmental compact.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {DemoCommand.class, ServeCommand.class, WarmUpCommand.class},
    footer = {"", "Start with: vallarta demo, or: vallarta stocktake FOLDER --out RESULTS"})
public final class FrontDoor implements Runnable {

  static final int WRONG = 1;

  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  private FrontDoor() {}

  /// Runs one command and returns its exit code.
  public static int run(String... args) {
    return commandLine().execute(args);
  }

  /// The front door with the commands of all stages.
  public static CommandLine commandLine() {
    CommandLine root = new CommandLine(new FrontDoor());
    CommandLine imports = new CommandLine(new ImportCommand());
    CommandLine exports = new CommandLine(new ExportCommand());
    root.addSubcommand(imports);
    for (CommandPlugin plugin : ServiceLoader.load(CommandPlugin.class)) {
      plugin.commands().forEach(root::addSubcommand);
      plugin.imports().forEach(imports::addSubcommand);
      plugin.exports().forEach(exports::addSubcommand);
    }
    root.addSubcommand(exports);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter talk = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return root.setOut(out)
        .setErr(talk)
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(FrontDoor::tell);
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "Which command? See: vallarta --help");
    }
  }

  private static int tell(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    Throwable cause = Failure.rootOf(failure);
    command.getErr().println("vallarta: " + Failure.words(cause));
    if (System.getenv("VALLARTA_TRACE") != null) {
      failure.printStackTrace(command.getErr());
    }
    return WRONG;
  }
}

package vallarta.compact.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/// A run of the command line, and what came of it.
///
/// @param code exit code
/// @param out standard output
/// @param talk standard error
public record CommandLineRun(int code, String out, String talk) {

  /// Runs in this process.
  public static CommandLineRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter talk = new StringWriter();
    CommandLine command =
        FrontDoor.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(talk));
    int code = command.execute(args);
    return new CommandLineRun(code, out.toString(), talk.toString());
  }

  /// Starts a process of its own; what it says goes into a file.
  public static Process start(File talk, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            "vallarta.compact.Vallarta"));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(talk).start();
  }
}

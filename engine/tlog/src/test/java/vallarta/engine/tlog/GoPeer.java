package vallarta.engine.tlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// Go's own packages for signed notes and tiled logs, as a program of ours around them.
///
/// The program is `src/test/go/verifylog`: it verifies the files of a log that another program
/// wrote, or writes a log for others to verify. It needs Go, and golang.org/x/mod where Debian's
/// package golang-golang-x-mod-dev puts it.
final class GoPeer {

  private static final Path SOURCE = Path.of("src/test/go/verifylog").toAbsolutePath();
  private static final Path OUT = Path.of("target/go").toAbsolutePath();
  private static final Path PROGRAM = OUT.resolve("verifylog");

  private GoPeer() {}

  /// What the program said of a log, in one line, and whether it believes it.
  record Result(boolean ok, String line) {}

  /// Whether Go and the packages are here.
  static boolean installed() {
    try {
      return run(Path.of("."), List.of("go", "list", "golang.org/x/mod/sumdb/tlog")).ok();
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /// Compiles the program, once for all tests.
  static void build() {
    Result built = run(SOURCE, List.of("go", "build", "-o", PROGRAM.toString(), "."));
    if (!built.ok()) {
      throw new IllegalStateException(built.line());
    }
  }

  /// Verifies the files of a log.
  ///
  /// @param vkey the log's verifier key
  /// @param more options before the folder: `-witness KEY`, `-older FILE`, `-leaves FILE`, `-proof
  ///   FILE`, `-entry FILE`
  static Result verify(Path log, String vkey, String... more) {
    List<String> command = command("-vkey", vkey);
    Collections.addAll(command, more);
    command.add(log.toString());
    return run(OUT, command);
  }

  /// Verifies a proof with nothing of the log at hand.
  static Result verifyProof(Path proof, Path entry, String vkey, String... more) {
    List<String> command = command("-vkey", vkey);
    Collections.addAll(command, more);
    Collections.addAll(command, "-proof", proof.toString(), "-entry", entry.toString());
    return run(OUT, command);
  }

  /// Has Go write a log.
  ///
  /// @param options `-key KEY`, `-size N`, `-witness NAME=HEX`, `-prove INDEX`
  /// @return the verifier keys of the log and of the witnesses
  static List<String> makeLog(Path log, String... options) {
    List<String> command = command("makelog");
    Collections.addAll(command, options);
    command.add(log.toString());
    Result made = run(OUT, command);
    if (!made.ok()) {
      throw new IllegalStateException(made.line());
    }
    return made.line().lines().toList();
  }

  private static List<String> command(String... words) {
    List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
    Collections.addAll(command, words);
    return command;
  }

  private static Result run(Path folder, List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "GO111MODULE", "off",
                "GOPATH", "/usr/share/gocode",
                "GOFLAGS", "",
                "GOCACHE", OUT.resolve("cache").toString()));
    try {
      Files.createDirectories(OUT);
      Process process = builder.start();
      process.getOutputStream().close();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Result(process.waitFor() == 0, said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

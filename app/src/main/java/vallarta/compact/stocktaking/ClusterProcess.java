package vallarta.compact.stocktaking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The job of the module `cluster`, in a process of its own: what Spark brings along does not go
/// together with what the application runs on.
final class ClusterProcess {

  /// Where the module was built; `./vallarta` says it.
  private static final String HOME = "VALLARTA_CLUSTER";

  private static final String HEAP = "VALLARTA_CLUSTER_HEAP";
  private static final int STOPPED = 130;
  private static final int PATIENCE_SECONDS = 15;

  private ClusterProcess() {}

  /// Runs the job to its end, which it tells by itself; it ends with this process.
  ///
  /// @return its exit code
  static int run(String engine, @Nullable Path settings, Path texts, Path out) throws IOException {
    Path home = home();
    ProcessBuilder builder = new ProcessBuilder(command(engine, settings, texts, out)).inheritIO();
    builder
        .environment()
        .put(
            "CLASSPATH",
            home.resolve("vallarta-cluster.jar")
                + System.getProperty("path.separator")
                + Files.readString(home.resolve("class-path")).strip());
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process)));
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      stop(process);
      Thread.currentThread().interrupt();
      return STOPPED;
    }
  }

  private static List<String> command(
      String engine, @Nullable Path settings, Path texts, Path out) {
    Path java = Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java");
    List<String> command =
        new ArrayList<>(
            List.of(
                java.toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
    String heap = System.getenv(HEAP);
    if (heap != null) {
      command.add("-Xmx" + heap);
    }
    command.addAll(List.of("vallarta.cluster.Main", "--engine", engine, "--out", out.toString()));
    if (settings != null) {
      command.addAll(List.of("--engine-settings", settings.toString()));
    }
    command.add(texts.toString());
    return command;
  }

  private static Path home() {
    String home = System.getenv(HOME);
    if (home == null || Files.notExists(Path.of(home, "class-path"))) {
      throw new IllegalStateException(
          "--engine needs the module 'cluster'. ./vallarta builds it; elsewhere build it (./mvnw -pl cluster -am package) and set %s to its target folder"
              .formatted(HOME));
    }
    return Path.of(home);
  }

  private static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

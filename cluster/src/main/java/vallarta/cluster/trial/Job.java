package vallarta.cluster.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/// A run of the job as a process of its own, as `vallarta stocktake --engine` starts it.
final class Job {

  private final Process process;
  private final Path out;
  private final long begun = System.nanoTime();
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  private Job(Process process, Path out) {
    this.process = process;
    this.out = out;
  }

  /// @param line is given each line that the job tells
  static Job start(String classPath, Consumer<String> line, Path texts, Path out, String... engine)
      throws IOException {
    return start(new ArrayList<>(), classPath, line, texts, out, engine);
  }

  /// On a cluster, and on the cores of its workers.
  static Job start(
      String classPath, Consumer<String> line, Path texts, Path out, LoopbackCluster cluster)
      throws IOException {
    return start(
        new ArrayList<>(cluster.cores()),
        classPath,
        line,
        texts,
        out,
        "--engine",
        cluster.address(),
        "--engine-settings",
        cluster.settings().toString());
  }

  private static Job start(
      List<String> command,
      String classPath,
      Consumer<String> line,
      Path texts,
      Path out,
      String... engine)
      throws IOException {
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx2g",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath,
            "vallarta.cluster.Main",
            "--out",
            out.toString(),
            texts.toString()));
    command.addAll(List.of(engine));
    Job job = new Job(new ProcessBuilder(command).redirectErrorStream(true).start(), out);
    Thread.ofVirtual().start(() -> job.listen(line));
    return job;
  }

  private void listen(Consumer<String> line) {
    try (BufferedReader reader = process.inputReader()) {
      for (String at = reader.readLine(); at != null; at = reader.readLine()) {
        told.add(at);
        line.accept(at);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits for the end.
  ///
  /// @return seconds from the start of the process
  double end() throws IOException, InterruptedException {
    int code = process.waitFor();
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (code != 0) {
      throw new IOException("exit code %d%n%s".formatted(code, told()));
    }
    return seconds;
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  String told() {
    return String.join(System.lineSeparator(), List.copyOf(told));
  }

  /// The SHA-256 of the groups.
  String sha256() throws IOException {
    return sha256(out.resolve("groups.tsv"));
  }

  static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (var in = Files.newInputStream(file)) {
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          digest.update(buffer, 0, read);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

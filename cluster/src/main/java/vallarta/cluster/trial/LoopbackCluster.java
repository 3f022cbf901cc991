package vallarta.cluster.trial;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A real standalone cluster on this machine: a master and workers of one core each, as processes,
/// on free ports of the loopback address, with a secret of its own.
public final class LoopbackCluster implements AutoCloseable {

  private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern JOINED = Pattern.compile("Successfully registered with master");
  private static final Path TASKSET = Path.of("/usr/bin/taskset");
  private static final long PATIENCE_MILLIS = 60_000;

  private final Path folder;
  private final String memory;
  private final List<Process> workers = new ArrayList<>();
  private final Process master;
  private final String address;

  /// @param classPath of Spark
  /// @param folder for everything that the cluster writes
  /// @param memory of each worker, all of which one executor takes: `1200m`
  LoopbackCluster(String classPath, Path folder, int workers, String memory) throws IOException {
    this.folder = folder;
    this.memory = memory;
    install(classPath);
    boolean begun = false;
    try {
      this.master =
          start(
              on(0, workers - 1),
              "master",
              "org.apache.spark.deploy.master.Master",
              "--webui-port",
              "0",
              "--port",
              "0");
      this.address = await("master", master, MASTER);
      for (int i = 0; i < workers; i++) {
        addWorker();
      }
      begun = true;
    } finally {
      if (!begun) {
        close();
      }
    }
  }

  /// Starts one more worker, and waits until the master knows it.
  void addWorker() throws IOException {
    String name = "worker" + workers.size();
    Process worker =
        start(
            on(workers.size(), workers.size()),
            name,
            "org.apache.spark.deploy.worker.Worker",
            "--webui-port",
            "0",
            "--port",
            "0",
            "--cores",
            "1",
            "--memory",
            memory,
            "--work-dir",
            folder.resolve(name).toString(),
            address);
    workers.add(worker);
    await(name, worker, JOINED);
  }

  String address() {
    return address;
  }

  /// What the driver has to know.
  Path settings() {
    return folder.resolve("settings");
  }

  /// Ends a worker as a power failure would: `kill -9`.
  void kill(int worker) {
    workers.get(worker).destroyForcibly();
  }

  /// Spark looks for its jars in a folder of its home, and wants to be told the version of Scala
  /// there (`SPARK_SCALA_VERSION`): there is no distribution, only jars.
  private void install(String classPath) throws IOException {
    Path jars = Files.createDirectories(folder.resolve("jars"));
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path jar = Path.of(entry).toAbsolutePath();
      Path link = jars.resolve(jar.getFileName());
      if (entry.endsWith(".jar")
          && !jar.getFileName().toString().startsWith("vallarta")
          && Files.notExists(link)) {
        Files.createSymbolicLink(link, jar);
      }
    }
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    Files.createFile(
        settings(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        settings(),
        """
        spark.authenticate=true
        spark.authenticate.secret=%s
        spark.master.rest.enabled=false
        spark.executor.memory=%s
        """
            .formatted(HexFormat.of().formatHex(secret), memory));
  }

  /// What a command begins with to keep its process on some cores, where that can be. A worker has
  /// one; the master and the job have those of all workers and no other, so that one worker and two
  /// are measured on one core and two.
  private static List<String> on(int first, int last) {
    int cores = Runtime.getRuntime().availableProcessors();
    return Files.isExecutable(TASKSET) && last < cores
        ? List.of(TASKSET.toString(), "--cpu-list", first + "-" + last)
        : List.of();
  }

  /// What the command of a job begins with.
  List<String> cores() {
    return on(0, workers.size() - 1);
  }

  private Process start(List<String> cores, String name, String type, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(cores);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            folder.resolve("jars") + File.separator + "*",
            type,
            "--host",
            "127.0.0.1",
            "--properties-file",
            settings().toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(name).toFile());
    builder.environment().put("JAVA_HOME", Objects.requireNonNull(System.getProperty("java.home")));
    builder.environment().put("SPARK_HOME", folder.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    return builder.start();
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  private String await(String name, Process process, Pattern line) throws IOException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (System.nanoTime() < until && process.isAlive()) {
      Matcher told = line.matcher(Files.readString(log(name)));
      if (told.find()) {
        return told.group(told.groupCount());
      }
      pause();
    }
    throw new IOException("%s did not start, see %s".formatted(name, log(name)));
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    List<Process> all = new ArrayList<>(workers);
    if (master != null) {
      all.add(master);
    }
    all.forEach(Process::destroy);
    for (Process process : all) {
      try {
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}

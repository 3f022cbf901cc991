package vallarta.compact.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A PostgreSQL that runs in the data folder: durable (`fsync` and `synchronous_commit` on), behind
/// a password, on the loopback address only.
///
/// It is started by the process that owns the folder and stopped with it. When that process was
/// killed the server may still run: the next owner stops it first and starts it anew, so that it
/// recovers from its own log. A process that does not own the folder connects to the server that
/// the owner runs.
final class EmbeddedPostgres implements AutoCloseable {

  static final String VERSION = "18.6.0";
  static final String USER = "vallarta";
  private static final int PASSWORD_BYTES = 24;
  private static final long STOP_SECONDS = 60;
  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;

  private final DataFolder folder;
  private final PostgresBinaries binaries;
  private final String password;
  private final int port;

  private EmbeddedPostgres(
      DataFolder folder, PostgresBinaries binaries, String password, int port) {
    this.folder = folder;
    this.binaries = binaries;
    this.password = password;
    this.port = port;
  }

  /// Starts it, or connects to it when another process owns the folder.
  static EmbeddedPostgres open(DataFolder folder) {
    PostgresBinaries binaries = PostgresBinaries.in(folder.databaseBinaries(VERSION));
    try {
      return folder.owned() ? start(folder, binaries) : connect(folder, binaries);
    } catch (IOException e) {
      throw new StoreFailure("the database did not start: " + e.getMessage(), e);
    }
  }

  private static EmbeddedPostgres start(DataFolder folder, PostgresBinaries binaries)
      throws IOException {
    stopLeftOver(folder, binaries);
    String password = password(folder);
    if (!Files.exists(folder.database().resolve("PG_VERSION"))) {
      init(folder, binaries);
    }
    int port = freePort();
    List<String> command =
        List.of(
            binaries.program("pg_ctl"),
            "start",
            "-w",
            "-t",
            Long.toString(STOP_SECONDS),
            "-D",
            folder.database().toString(),
            "-l",
            folder.databaseLog().toString(),
            "-o",
            String.join(" ", settings(port)));
    run(folder, "start", command);
    return new EmbeddedPostgres(folder, binaries, password, port);
  }

  private static EmbeddedPostgres connect(DataFolder folder, PostgresBinaries binaries)
      throws IOException {
    long deadline = System.nanoTime() + STOP_SECONDS * 1_000_000_000L;
    while (System.nanoTime() < deadline) {
      Optional<List<String>> pidFile = pidFile(folder);
      boolean ready =
          pidFile
              .filter(lines -> lines.size() > 7 && lines.get(7).strip().equals("ready"))
              .isPresent();
      if (ready) {
        int port = Integer.parseInt(pidFile.orElseThrow().get(PORT_LINE).strip());
        return new EmbeddedPostgres(folder, binaries, password(folder), port);
      }
      sleep();
    }
    throw new StoreFailure(
        "another process has the data folder %s open, but its database does not answer"
            .formatted(folder.root()));
  }

  /// Settings of the server: what makes it durable is said, though it is the default.
  private static List<String> settings(int port) {
    List<String> options = new ArrayList<>();
    for (String setting :
        List.of(
            "port=" + port,
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "password_encryption=scram-sha-256",
            "timezone=UTC",
            "max_connections=40",
            "shared_buffers=64MB",
            "max_wal_size=512MB",
            "jit=off")) {
      options.add("-c");
      options.add(setting.endsWith("=") ? setting + "''" : setting);
    }
    return options;
  }

  private static void init(DataFolder folder, PostgresBinaries binaries) throws IOException {
    List<String> command =
        List.of(
            binaries.program("initdb"),
            "-D",
            folder.database().toString(),
            "-U",
            USER,
            "--pwfile=" + folder.databasePassword(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--data-checksums");
    try {
      run(folder, "initdb", command);
    } catch (StoreFailure e) {
      deleteAll(folder.database());
      throw e;
    }
  }

  /// Stops the server that a killed process left behind, and clears the file of one that is dead.
  private static void stopLeftOver(DataFolder folder, PostgresBinaries binaries)
      throws IOException {
    Optional<List<String>> pidFile = pidFile(folder);
    if (pidFile.isEmpty()) {
      return;
    }
    long pid = Long.parseLong(pidFile.get().get(PID_LINE).strip());
    Optional<ProcessHandle> left =
        ProcessHandle.of(pid).filter(process -> isServerOf(process, folder.database()));
    if (left.isPresent()) {
      run(
          folder,
          "stop",
          List.of(
              binaries.program("pg_ctl"),
              "stop",
              "-m",
              "fast",
              "-t",
              Long.toString(STOP_SECONDS),
              "-D",
              folder.database().toString()));
    } else {
      Files.deleteIfExists(folder.database().resolve("postmaster.pid"));
    }
  }

  /// Whether a process is a PostgreSQL over that folder: its number may be another program's by
  /// now.
  private static boolean isServerOf(ProcessHandle process, Path database) {
    try {
      String command = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
      return command.contains("postgres") && command.contains(database.toString());
    } catch (IOException unknown) {
      return process.info().command().filter(it -> it.contains("postgres")).isPresent();
    }
  }

  private static Optional<List<String>> pidFile(DataFolder folder) throws IOException {
    Path file = folder.database().resolve("postmaster.pid");
    return Files.exists(file)
        ? Optional.of(Files.readAllLines(file)).filter(lines -> lines.size() > PORT_LINE)
        : Optional.empty();
  }

  private static String password(DataFolder folder) throws IOException {
    Path file = folder.databasePassword();
    if (!Files.exists(file)) {
      byte[] random = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(random);
      FileAttribute<Set<PosixFilePermission>> onlyOwner =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Files.createFile(file, onlyOwner);
      Files.writeString(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file).strip();
  }

  private static void run(DataFolder folder, String step, List<String> command) throws IOException {
    Path talk = folder.root().resolve("postgres-%s.log".formatted(step));
    Process process =
        new ProcessBuilder(UserNamespace.wrap(command))
            .redirectErrorStream(true)
            .redirectOutput(talk.toFile())
            .start();
    int code;
    try {
      code = process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailure("stopped while the database was told to " + step, e);
    }
    if (code != 0) {
      String said = Files.readString(talk).strip();
      throw UserNamespace.denied(said)
          ? new StoreFailure(UserNamespace.ADVICE)
          : new StoreFailure(
              "the database could not %s: %s (see %s)"
                  .formatted(step, said.lines().reduce("", (a, b) -> b), folder.databaseLog()));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var walk = Files.walk(folder)) {
      for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailure("stopped while waiting for the database", e);
    }
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres?reWriteBatchedInserts=true".formatted(port);
  }

  String password() {
    return password;
  }

  /// Stops it when this process owns it.
  @Override
  public void close() {
    if (!folder.owned()) {
      return;
    }
    try {
      run(
          folder,
          "stop",
          List.of(
              binaries.program("pg_ctl"),
              "stop",
              "-m",
              "fast",
              "-D",
              folder.database().toString()));
    } catch (IOException e) {
      throw new StoreFailure("the database did not stop: " + e.getMessage(), e);
    }
  }
}

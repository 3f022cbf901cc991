package vallarta.compact.consultation.reading;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One child Java machine that reads file after file, seen from the application. Used by one thread
/// at a time; once it has answered with anything but a reading it is dead and thrown away.
final class ReaderProcess implements AutoCloseable {

  /// What a file did to the process, where it gave no reading.
  sealed interface Answer {
    record Read(Reading reading) implements Answer {}

    enum Death implements Answer {
      TOO_SLOW,
      OUT_OF_MEMORY,
      /// It ended for a reason outside of the file, as far as can be told.
      LOST
    }
  }

  private static final Duration START = Duration.ofSeconds(60);

  /// Exit code of a Java machine under `-XX:+ExitOnOutOfMemoryError`.
  private static final int OUT_OF_MEMORY = 3;

  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("reading-", 0).factory());

  private final Process process;
  private final Path folder;
  private final DataInputStream answers;
  private final DataOutputStream requests;
  private int files;

  private ReaderProcess(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
    this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
  }

  /// Starts a process and waits until it can read.
  static ReaderProcess start(ReadingLimits limits) {
    try {
      Path folder = Files.createTempDirectory("vallarta-reading-");
      ProcessBuilder builder = new ProcessBuilder(command(limits, folder));
      keepOnlyLocale(builder.environment());
      builder.directory(folder.toFile());
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      ReaderProcess started = new ReaderProcess(builder.start(), folder);
      started.awaitReady();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException("the process that reads files could not be started", e);
    }
  }

  private void awaitReady() throws IOException {
    Future<Integer> ready = THREADS.submit(answers::readInt);
    try {
      if (ready.get(START.toMillis(), TimeUnit.MILLISECONDS) != Wire.READY) {
        throw new IOException("unexpected greeting");
      }
    } catch (InterruptedException e) {
      close();
      throw interrupted();
    } catch (ExecutionException | TimeoutException | IOException e) {
      close();
      throw new IOException("exit code " + exitCode(), e);
    }
  }

  /// Has one file read, in no more than the time given. An interrupt ends the process and is thrown
  /// on as a [CancellationException].
  Answer read(Path file, String name, Duration time) {
    files++;
    Future<Reading> answer = THREADS.submit(() -> exchange(file, name));
    try {
      return new Answer.Read(answer.get(time.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      close();
      return Answer.Death.TOO_SLOW;
    } catch (ExecutionException e) {
      boolean outOfMemory = exitCode() == OUT_OF_MEMORY;
      close();
      return outOfMemory ? Answer.Death.OUT_OF_MEMORY : Answer.Death.LOST;
    } catch (InterruptedException e) {
      close();
      throw interrupted();
    }
  }

  private Reading exchange(Path file, String name) throws IOException {
    Wire.writeRequest(requests, file.toAbsolutePath().toString(), name);
    return Wire.readReading(answers);
  }

  private static CancellationException interrupted() {
    Thread.currentThread().interrupt();
    return new CancellationException("the reading was stopped");
  }

  int files() {
    return files;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  private int exitCode() {
    try {
      return process.waitFor(5, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    exitCode();
    TemporaryFolder.delete(folder);
  }

  static List<String> command(ReadingLimits limits, Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + limits.heapBytes() / 1024 + "k");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-XX:-UsePerfData");
    command.add("-Xshare:auto");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-Djava.awt.headless=true");
    command.add("-Djava.io.tmpdir=" + folder);
    command.addAll(NO_NETWORK);
    command.add("-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider");
    command.add("-Dslf4j.internal.verbosity=ERROR");
    command.add("-cp");
    command.add(classPath());
    command.add(ReadingProcess.class.getName());
    command.add(folder.toString());
    command.add(Integer.toString(limits.textLength()));
    command.add(Long.toString(limits.unpackedBytes()));
    command.add(Integer.toString(limits.unpackedRatio()));
    command.add(Integer.toString(limits.depth()));
    return command;
  }

  /// No parser is known to open a connection; should one try, no name resolves and every way out
  /// leads to a closed port of this machine.
  private static final List<String> NO_NETWORK =
      List.of(
          "-Djdk.net.hosts.file=no-names",
          "-DsocksProxyHost=127.0.0.1",
          "-DsocksProxyPort=9",
          "-Djava.net.useSystemProxies=false",
          "-Djavax.xml.accessExternalDTD=",
          "-Djavax.xml.accessExternalSchema=",
          "-Djavax.xml.accessExternalStylesheet=");

  private static String classPath() {
    String separator = System.getProperty("path.separator");
    List<String> absolute = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(separator, -1)) {
      absolute.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(separator, absolute);
  }

  /// The process needs the locale, which decides how the names of files are encoded, and nothing
  /// else: no password of a database, no options for the Java machine.
  private static void keepOnlyLocale(Map<String, String> environment) {
    environment
        .keySet()
        .removeIf(
            name -> !name.startsWith("LC_") && !name.equals("LANG") && !name.equals("SystemRoot"));
  }
}

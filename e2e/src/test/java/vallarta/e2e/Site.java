package vallarta.e2e;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The demonstration in a process of its own, started once for all tests of a run.
final class Site {

  private static final long START_SECONDS = 120;
  private static @Nullable Site running;

  private final Process process;
  private final int port;
  private final Path talk;

  private Site(Process process, int port, Path talk) {
    this.process = process;
    this.port = port;
    this.talk = talk;
  }

  /// The running site, with its data loaded.
  static synchronized Site get() throws IOException, InterruptedException {
    Site known = running;
    if (known == null) {
      known = start();
      running = known;
      Runtime.getRuntime().addShutdownHook(new Thread(known::stop));
    }
    return known;
  }

  private static Site start() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("vallarta-e2e");
    Path talk = folder.resolve("talk.txt");
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Process process =
        new ProcessBuilder(
                List.of(
                    System.getProperty("java.home") + "/bin/java",
                    "-Xmx512m",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "vallarta.compact.Vallarta",
                    "demo",
                    "--no-browser",
                    "--port",
                    Integer.toString(port),
                    "--data",
                    folder.resolve("data").toString()))
            .redirectErrorStream(true)
            .redirectOutput(talk.toFile())
            .start();
    Site site = new Site(process, port, talk);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!Files.readString(talk).contains("to stop")) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new IllegalStateException("the demonstration did not start: " + site.talk());
      }
      Thread.sleep(100);
    }
    return site;
  }

  /// What it printed.
  String talk() throws IOException {
    return Files.readString(talk);
  }

  String address(String path) {
    return "http://127.0.0.1:%d%s".formatted(port, path);
  }

  /// The body of an answer, fetched without a browser.
  String fetch(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address(path))).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }

  private void stop() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }
}

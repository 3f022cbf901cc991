package vallarta.e2e;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vallarta.testkit.provider.ProviderProcess;
import vallarta.testkit.provider.ProviderServer;

/// The demonstration in a process of its own. All tests of a run share the one that [#get] starts;
/// it ends with them, and its folder goes with it.
final class Site {

  /// The lock of tests that add inputs, or that read a page twice and expect the same.
  static final String INPUTS = "inputs";

  private static final long START_SECONDS = 120;
  private static final long STOP_SECONDS = 30;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static @Nullable Site running;

  /// Of the provider with which one can sign in there, once a test has started it.
  static final String ISSUER = ProviderProcess.issuer();

  private final Process process;
  private final int port;
  private final Path folder;

  private Site(Process process, int port, Path folder) {
    this.process = process;
    this.port = port;
    this.folder = folder;
  }

  /// The running site, with its data loaded.
  static synchronized Site get() throws IOException, InterruptedException {
    Site known = running;
    if (known == null) {
      known = start();
      running = known;
    }
    return known;
  }

  /// Starts one more, and waits until its data are loaded.
  static Site start() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("vallarta-e2e");
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    ProcessBuilder command =
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
            .redirectOutput(folder.resolve("talk.txt").toFile());
    Map<String, String> settings = command.environment();
    settings.put("VALLARTA_SIGNIN_PROVIDERS_SITE_ISSUER", ISSUER);
    settings.put("VALLARTA_SIGNIN_PROVIDERS_SITE_CLIENTID", "site");
    settings.put("VALLARTA_SIGNIN_PROVIDERS_SITE_CLIENTSECRET", ProviderServer.secret("site"));
    settings.put("VALLARTA_SIGNIN_PROVIDERS_SITE_LABEL", "Ministry");
    Process process = command.start();
    Site site = new Site(process, port, folder);
    Runtime.getRuntime().addShutdownHook(new Thread(site::leave));
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!site.talk().contains("to stop")) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("the demonstration did not start: " + site.talk());
      }
      Thread.sleep(100);
    }
    return site;
  }

  /// What it printed.
  String talk() throws IOException {
    return Files.readString(folder.resolve("talk.txt"));
  }

  String address(String path) {
    return "http://127.0.0.1:%d%s".formatted(port, path);
  }

  /// The same under the one name at which browsers allow passkeys on this machine.
  String localAddress(String path) {
    return "http://localhost:%d%s".formatted(port, path);
  }

  /// An answer, fetched without a browser.
  HttpResponse<String> fetch(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address(path))).build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  /// Whether its database is running or was left behind.
  boolean holdsDatabase() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
      return files.anyMatch(it -> it.endsWith("postmaster.pid"));
    }
  }

  /// Asks it to end, as Ctrl-C does.
  ///
  /// @return whether it ended by itself
  boolean stop() throws InterruptedException {
    process.destroy();
    return process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
  }

  private void leave() {
    try {
      if (!stop()) {
        process.destroyForcibly();
      }
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path it : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(it);
        }
      }
    } catch (IOException | InterruptedException e) {
      process.destroyForcibly();
    }
  }
}

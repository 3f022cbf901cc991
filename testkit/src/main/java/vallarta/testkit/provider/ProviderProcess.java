package vallarta.testkit.provider;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A provider of OpenID Connect ([ProviderServer]) in a process of its own, as it is elsewhere in
/// the world.
public final class ProviderProcess implements AutoCloseable {

  private static final long START_SECONDS = 90;
  private static final int LOWEST_PORT = 20_000;
  private static final int HIGHEST_PORT = 32_000;

  private final Process process;

  private ProviderProcess(Process process) {
    this.process = process;
  }

  /// An issuer at a free port of this machine, at which nobody answers yet. It goes by another name
  /// than the sites of tests, so that a browser keeps its cookies apart; and its port is none of
  /// those that the system gives away meanwhile.
  public static String issuer() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
      try (ServerSocket socket = new ServerSocket(port)) {
        return "http://localhost:" + socket.getLocalPort();
      } catch (IOException taken) {
        // The next one may be free.
      }
    }
  }

  /// Starts it, and waits until it answers.
  ///
  /// @param site address of the site that it knows, without a final slash
  public static ProviderProcess start(String issuer, String site)
      throws IOException, InterruptedException {
    Path talk = Files.createTempFile("provider", ".txt");
    talk.toFile().deleteOnExit();
    Process process =
        new ProcessBuilder(
                List.of(
                    System.getProperty("java.home") + "/bin/java",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx256m",
                    "-cp",
                    classPath(),
                    ProviderServer.class.getName(),
                    issuer,
                    site))
            .redirectErrorStream(true)
            .redirectOutput(talk.toFile())
            .start();
    ProviderProcess started = new ProviderProcess(process);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!answers(issuer)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        started.close();
        throw new IllegalStateException("the provider did not start: " + Files.readString(talk));
      }
      Thread.sleep(100);
    }
    return started;
  }

  private static boolean answers(String issuer) throws InterruptedException {
    URI document = URI.create(issuer + "/.well-known/openid-configuration");
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
              .send(HttpRequest.newBuilder(document).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /// The libraries of this process without the application: it would configure the provider too.
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(it -> !it.contains("vallarta-app") && !it.contains("/app/target/"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}

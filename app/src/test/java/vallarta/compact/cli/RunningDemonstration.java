package vallarta.compact.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The real application with the demonstration loaded, over real HTTP and a real PostgreSQL:
/// started once for all tests of a run.
///
/// The environment variable `VALLARTA_TEST_DB_URL` (with `VALLARTA_TEST_DB_USER` and
/// `VALLARTA_TEST_DB_PASSWORD`) names an empty database of a server to run on instead of the
/// embedded one.
public final class RunningDemonstration {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static @Nullable RunningDemonstration running;
  private static @Nullable RunningDemonstration apart;

  private final Application application;

  private RunningDemonstration(Application application) {
    this.application = application;
  }

  public static synchronized RunningDemonstration get() throws IOException {
    RunningDemonstration known = running;
    if (known == null) {
      known = start(TestServer.settings());
      running = known;
    }
    return known;
  }

  /// Another one, for tests that write rows past the use cases: the record knows nothing of them,
  /// and whoever compares both must not find them.
  public static synchronized RunningDemonstration apart() throws IOException {
    RunningDemonstration known = apart;
    if (known == null) {
      known = start(Map.of());
      apart = known;
    }
    return known;
  }

  private static RunningDemonstration start(Map<String, Object> more) throws IOException {
    Path folder = Files.createTempDirectory("vallarta-it");
    Map<String, Object> settings =
        new HashMap<>(Map.of("server.port", 0, "server.shutdown", "immediate"));
    settings.put("vallarta.demo", true);
    // One machine plays everybody, many times over. What the limits are is tested elsewhere.
    settings.put("vallarta.limits.factor", 1000);
    settings.putAll(more);
    Application application = Application.serve(folder, settings);
    application.get(Demonstrations.class).load(Progress.SILENT);
    return new RunningDemonstration(application);
  }

  public <T> T bean(Class<T> type) {
    return application.get(type);
  }

  public URI address(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(application.port(), path));
  }

  /// Asks for a page with headers, given as name and value in turn.
  public HttpResponse<String> fetch(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}

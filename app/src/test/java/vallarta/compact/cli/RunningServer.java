package vallarta.compact.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The web server over a data folder of a test's own, on a free port.
public final class RunningServer implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final Application application;

  private RunningServer(Application application) {
    this.application = application;
  }

  /// As `vallarta serve` starts it or, with uploads on, as `vallarta demo` does before it loads the
  /// demonstration.
  public static RunningServer over(Path data, boolean demo) {
    return over(
        data,
        demo
            ? Map.of("vallarta.limits.factor", 1000, "vallarta.demo", true)
            : Map.of("vallarta.limits.factor", 1000));
  }

  /// With settings of the test's own.
  public static RunningServer over(Path data, Map<String, Object> settings) {
    Map<String, Object> all =
        new HashMap<>(Map.of("server.port", 0, "server.shutdown", "immediate"));
    all.putAll(settings);
    return new RunningServer(Application.serve(data, all));
  }

  /// This server with the demonstration loaded.
  public RunningServer demonstrating() throws IOException {
    application.get(Demonstrations.class).load(Progress.SILENT);
    return this;
  }

  public <T> T bean(Class<T> type) {
    return application.get(type);
  }

  public HttpResponse<String> fetch(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address(path)).header("Accept", "text/html").build(),
        BodyHandlers.ofString());
  }

  /// Sends one file as the form of the import page does.
  public HttpResponse<String> upload(String path, String fileName, String words)
      throws IOException, InterruptedException {
    String body =
        "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/plain\r\n\r\n%s\r\n--part--\r\n"
            .formatted(fileName, words);
    return client.send(
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "multipart/form-data; boundary=part")
            .header("Accept", "text/html")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  public URI address(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(application.port(), path));
  }

  @Override
  public void close() {
    application.close();
    client.close();
  }
}

package vallarta.engine.tlog.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import vallarta.engine.tlog.TileSource;

/// The files of a log on a web server.
public final class HttpSource implements TileSource {

  /// A bundle of 256 entries of the longest kind, and no more.
  private static final int LONGEST = 256 * (2 + 0xFFFF);

  private final HttpClient client;
  private final String prefix;

  /// @param prefix address of the log, under which `checkpoint` and `tile` stand
  public HttpSource(HttpClient client, URI prefix) {
    this.client = client;
    this.prefix = prefix.toString().replaceAll("/+$", "");
  }

  @Override
  public Optional<byte[]> read(String path) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(prefix + "/" + path))
            .timeout(Duration.ofSeconds(30))
            .build();
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() == 404) {
          return Optional.empty();
        }
        byte[] bytes = body.readNBytes(LONGEST + 1);
        if (response.statusCode() != 200 || bytes.length > LONGEST) {
          throw new IOException(
              prefix + "/" + path + " answers with status " + response.statusCode());
        }
        return Optional.of(bytes);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}

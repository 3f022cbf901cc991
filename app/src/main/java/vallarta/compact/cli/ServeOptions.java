package vallarta.compact.cli;

import java.util.Map;
import picocli.CommandLine.Option;

/// Options of the commands that start the web server.
final class ServeOptions {

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Port on which to listen; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address on which to listen (default: ${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  Map<String, Object> settings() {
    return Map.of("server.port", port, "server.address", host);
  }

  String address(Application application) {
    return "http://%s:%d/"
        .formatted(host.equals("0.0.0.0") ? "localhost" : host, application.port());
  }
}

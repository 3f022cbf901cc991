package vallarta.compact.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `vallarta warm-up`: loads the demonstration, shows its pages and stops, so that the JDK can
/// write down which classes are needed and which methods are hot.
@Command(name = "warm-up", description = "Load, show the pages and stop.", hidden = true)
final class WarmUpCommand implements Callable<Integer> {

  private static final int OK = 200;
  private static final List<String> PAGES =
      List.of(
          "/en",
          "/ar",
          "/en/consultations",
          "/en/inputs",
          "/en/inputs/I-3",
          "/en/statements",
          "/en/statements/S-1",
          "/en/matrix",
          "/en/matrix.csv",
          "/en/groups",
          "/en/coverage",
          "/en/search?q=children",
          "/api/openapi.json");

  @Mixin private DataOptions data = new DataOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Map<String, Object> settings =
        Map.of("server.port", 0, "server.address", "127.0.0.1", "vallarta.demo", true);
    try (Application application = Application.serve(data.data(), settings);
        HttpClient client = HttpClient.newHttpClient()) {
      application.get(Demonstrations.class).load(Progress.SILENT);
      for (String page : PAGES) {
        URI address = URI.create("http://127.0.0.1:%d%s".formatted(application.port(), page));
        HttpRequest request = HttpRequest.newBuilder(address).build();
        if (client.send(request, BodyHandlers.discarding()).statusCode() != OK) {
          return FrontDoor.WRONG;
        }
      }
    }
    return 0;
  }
}

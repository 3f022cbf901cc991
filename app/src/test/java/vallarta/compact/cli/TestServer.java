package vallarta.compact.cli;

import java.util.Map;
import java.util.Objects;

/// The PostgreSQL server on which the tests are to run, when one is named.
public final class TestServer {

  private static final String URL = "VALLARTA_TEST_DB_URL";

  private TestServer() {}

  /// Whether a server is named; else the embedded one is used.
  public static boolean isNamed() {
    return System.getenv(URL) != null;
  }

  static Map<String, Object> settings() {
    return isNamed()
        ? Map.of(
            "spring.datasource.url", env(URL),
            "spring.datasource.username", env("VALLARTA_TEST_DB_USER"),
            "spring.datasource.password", env("VALLARTA_TEST_DB_PASSWORD"))
        : Map.of();
  }

  private static String env(String name) {
    return Objects.requireNonNullElse(System.getenv(name), "");
  }
}

package vallarta.compact.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vallarta.compact.account.SignInSettings.ProviderSettings;

/// Whoever writes the settings of a provider is told plainly what is wrong with them, or with what
/// the provider answers.
class ProviderSettingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ministry  | https://id.example.org      | site | Ministry | its name is not of small letters, digits and hyphens
          ministry  | https://id.example.org      | site | ''       | it has no label, which stands on the button
          ministry  | https://id.example.org      | ''   | Ministry | it has no client-id
          ministry  | ''                          | site | Ministry | its issuer '' is no address that begins with https://
          ministry  | id.example.org              | site | Ministry | its issuer 'id.example.org' is no address that begins with https://
          ministry  | http://id.example.org       | site | Ministry | its issuer 'http://id.example.org' is no address that begins with https://
          ministry  | http://localhost.evil.org   | site | Ministry | its issuer 'http://localhost.evil.org' is no address that begins with https://
          ministry  | https://id.example.org/a b  | site | Ministry | its issuer 'https://id.example.org/a b' is no address that begins with https://
          """)
  void whatIsWrittenWronglyIsNamed(
      String name, String issuer, String client, String label, String fault) {
    assertThat(new ProviderSettings(issuer, client, "", label, List.of()).fault(name))
        .contains(fault);
  }

  @ParameterizedTest
  @CsvSource({"https://id.example.org/realms/a", "http://localhost:8443", "http://127.0.0.1:9"})
  void whatIsSafeIsTaken(String issuer) {
    assertThat(new ProviderSettings(issuer, "site", "", "Ministry", List.of()).fault("ministry-2"))
        .isEmpty();
  }

  @Test
  void whatAProviderAnswersWronglyIsNamed() throws IOException {
    assertThat(hindrance(404, "")).isEqualTo("it answers with 404 NOT_FOUND");
    assertThat(hindrance(200, document("https://other.example", "https://other.example/token")))
        .startsWith("it calls itself 'https://other.example', and the settings 'http://localhost:");
    assertThat(hindrance(200, document("ISSUER", "http://other.example/token")))
        .isEqualTo(
            "its token_endpoint 'http://other.example/token' is no address that begins with https://");
    assertThat(hindrance(200, "<html>")).isNotEmpty();
    assertThat(hindrance(302, "")).as("it is not followed elsewhere").isNotEmpty();
    assertThat(hindrance(200, document("ISSUER", "https://id.example/token"))).isEmpty();
  }

  private static String document(String issuer, String token) {
    return """
    {"issuer": "%s", "authorization_endpoint": "https://id.example/authorize",
     "token_endpoint": "%s", "jwks_uri": "https://id.example/keys",
     "subject_types_supported": ["public"]}
    """
        .formatted(issuer, token);
  }

  /// What keeps people from signing in with a provider that answers so, or an empty text.
  private static String hindrance(int status, String body) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String issuer = "http://localhost:" + server.getAddress().getPort();
    byte[] bytes = body.replace("ISSUER", issuer).getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/.well-known/openid-configuration",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.getResponseHeaders().add("Location", "https://other.example/");
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      ProviderSettings settings =
          new ProviderSettings(issuer, "site", "secret", "Ministry", List.of());
      return new Provider("ministry", settings, Clock.systemUTC()).hindrance().orElse("");
    } finally {
      server.stop(0);
    }
  }
}

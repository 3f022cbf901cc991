package vallarta.compact.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// This site as devices know it (a relying party of WebAuthn): the domain for which its passkeys
/// hold, and the one origin whose pages may ask for them. Both come from the settings; a request
/// may say of itself what it likes.
///
/// Without a public address it is this very machine, under the one name by which browsers allow
/// passkeys there, `localhost`.
@Component
class RelyingParty {

  /// How the page that somebody reads can ask for a passkey.
  ///
  /// @param here whether it can
  /// @param elsewhere the address at which it could, or empty
  record Offer(boolean here, String elsewhere) {}

  private static final String LOCAL = "localhost";

  private final Environment settings;

  RelyingParty(Environment settings) {
    this.settings = settings;
  }

  /// The domain, by which a device knows a passkey again. When it changes, all passkeys are lost.
  String id() {
    return address().getHost();
  }

  String origin() {
    return address().getScheme() + "://" + address().getRawAuthority();
  }

  Offer offer(HttpServletRequest request) {
    if (!isPossible()) {
      return new Offer(false, "");
    }
    boolean here =
        address().getRawAuthority().equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
    return new Offer(here, here ? "" : origin() + "/");
  }

  /// Browsers allow passkeys to secure pages of a named host alone.
  private boolean isPossible() {
    String host = address().getHost();
    return host != null
        && (host.equals(LOCAL)
            || ("https".equals(address().getScheme()) && !host.matches("[0-9.]+|\\[.*")));
  }

  private URI address() {
    String home = settings.getProperty("vallarta.site.address", "");
    return URI.create(
        home.isEmpty()
            ? "http://%s:%s".formatted(LOCAL, settings.getProperty("local.server.port", "8080"))
            : home);
  }
}

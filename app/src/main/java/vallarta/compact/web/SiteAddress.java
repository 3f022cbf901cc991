package vallarta.compact.web;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The public address of this deployment, for letters and badges. It comes from the settings alone:
/// what a request says of itself may be forged, and would lead the reader of a letter elsewhere.
@Component
public final class SiteAddress {

  private final Environment settings;

  SiteAddress(Environment settings) {
    this.settings = settings;
  }

  /// The whole address of a path, which begins with a slash: below `vallarta.site.address`, and
  /// without that setting on this very machine.
  public String of(String path) {
    String home = settings.getProperty("vallarta.site.address", "");
    return home.isEmpty()
        ? "http://127.0.0.1:%s%s".formatted(settings.getProperty("local.server.port", "8080"), path)
        : home + path;
  }
}

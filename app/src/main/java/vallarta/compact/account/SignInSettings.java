package vallarta.compact.account;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What whoever runs the site says of sign-in (`vallarta.sign-in`).
///
/// @param providers of OpenID Connect by name, which is part of the address to which they lead back
@ConfigurationProperties("vallarta.sign-in")
record SignInSettings(@DefaultValue Map<String, ProviderSettings> providers) {

  /// @param issuer address by which the provider names itself
  /// @param clientId by which the provider knows this site
  /// @param clientSecret empty for a public client
  /// @param label what people call the provider
  /// @param twoFactors words of `amr` or `acr` (RFC 8176) by which the provider tells of two
  ///   factors, as far as it is believed
  record ProviderSettings(
      @DefaultValue("") String issuer,
      @DefaultValue("") String clientId,
      @DefaultValue("") String clientSecret,
      @DefaultValue("") String label,
      @DefaultValue List<String> twoFactors) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /// What is wrong with it, in words for whoever wrote it.
    Optional<String> fault(String name) {
      if (!name.matches("[a-z0-9-]{1,40}")) {
        return Optional.of("its name is not of small letters, digits and hyphens");
      }
      if (label.isBlank()) {
        return Optional.of("it has no label, which stands on the button");
      }
      if (clientId.isBlank()) {
        return Optional.of("it has no client-id");
      }
      if (!isSafe(issuer)) {
        return Optional.of(
            "its issuer '%s' is no address that begins with https://".formatted(issuer));
      }
      return Optional.empty();
    }

    /// Whether what goes there is read by nobody on the way.
    static boolean isSafe(String address) {
      try {
        URI uri = URI.create(address);
        return uri.getHost() != null
            && ("https".equals(uri.getScheme())
                || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost()));
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  }
}

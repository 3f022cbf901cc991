package vallarta.compact.account;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientResponseException;
import vallarta.compact.web.DomainFailure;

/// What is told to a reader when a sign-in with a provider comes to nothing, and to whoever runs
/// the site, in the log, why. Neither is told a token or an address of a person.
final class ProviderFailures {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderFailures.class);
  private static final Set<String> AWAY = Set.of("server_error", "temporarily_unavailable");
  private static final int LONGEST = 200;

  private ProviderFailures() {}

  /// Its answer was none.
  static DomainFailure of(Provider provider, RuntimeException thrown) {
    String code =
        thrown instanceof OAuth2AuthenticationException known
            ? known.getError().getErrorCode()
            : "";
    for (@Nullable Throwable it = thrown; it != null; it = it.getCause()) {
      if (it instanceof ResourceAccessException) {
        return away(provider, thrown);
      }
      if (it instanceof JwtValidationException invalid
          && invalid.getErrors().stream()
              .anyMatch(error -> error.getErrorCode().equals(IdTokens.NOT_NOW))) {
        log(provider, thrown);
        return failure(provider, "ACC-034", "provider-clock", HttpStatus.BAD_GATEWAY);
      }
    }
    if (AWAY.contains(code)) {
      return away(provider, thrown);
    }
    log(provider, thrown);
    return failure(provider, "ACC-035", "provider-answer", HttpStatus.BAD_GATEWAY);
  }

  /// It does not answer, or nothing that can be used.
  static DomainFailure away(Provider provider, RuntimeException thrown) {
    log(provider, thrown);
    return failure(provider, "ACC-036", "provider-away", HttpStatus.SERVICE_UNAVAILABLE);
  }

  /// The browser came back with an error (OpenID Connect Core 1.0, section 3.1.2.6).
  static DomainFailure told(Provider provider, String error) {
    if (error.equals("access_denied")) {
      return failure(provider, "ACC-032", "provider-denied", HttpStatus.UNPROCESSABLE_ENTITY);
    }
    LOG.warn("the provider '{}' sent somebody back: {}", provider.name(), plain(error));
    return AWAY.contains(error)
        ? failure(provider, "ACC-036", "provider-away", HttpStatus.SERVICE_UNAVAILABLE)
        : failure(provider, "ACC-033", "provider-error", HttpStatus.BAD_GATEWAY);
  }

  static DomainFailure failure(Provider provider, String code, String key, HttpStatus status) {
    return new DomainFailure(
        code, "account.failure." + key, Map.of("label", provider.label()), status);
  }

  private static void log(Provider provider, RuntimeException thrown) {
    LOG.warn("sign-in with '{}' failed: {}", provider.name(), words(thrown));
  }

  /// What happened, in words for whoever runs the site.
  static String words(Throwable thrown) {
    Throwable last = thrown;
    for (@Nullable Throwable it = thrown; it != null; it = it.getCause()) {
      if (it instanceof ResourceAccessException) {
        return "it does not answer";
      }
      if (it instanceof RestClientResponseException answered) {
        return "it answers with " + answered.getStatusCode();
      }
      last = it;
    }
    return plain(String.valueOf(last.getMessage()));
  }

  /// One line, whatever somebody else wrote.
  private static String plain(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.substring(0, Math.min(line.length(), LONGEST));
  }
}

package vallarta.compact.account;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/// A visit to a provider that somebody's browser has begun. It is kept in the session of that
/// browser, so that nobody comes back from a visit that another has made (RFC 9700, section 2.1.1).
///
/// @param provider to whom
/// @param request with which it was sent there; it holds what must be brought back (state) and what
///   must be shown later (nonce and PKCE verifier)
/// @param account for which the provider is to be linked, 0 at a sign-in
/// @param next where the reader goes afterwards
record Visit(
    String provider, OAuth2AuthorizationRequest request, long account, String next, Instant beganAt)
    implements Serializable {

  static final Duration LONGEST = Duration.ofMinutes(10);

  /// Under which name a session keeps the one of that state.
  static String key(String state) {
    return "visit " + state;
  }

  boolean isOver(Instant now) {
    return beganAt.plus(LONGEST).isBefore(now);
  }
}

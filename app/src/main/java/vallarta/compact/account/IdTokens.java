package vallarta.compact.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/// Reads the tokens in which providers say who somebody is, and believes none that is not signed by
/// the provider with one of its keys, for this site, and for now (OpenID Connect Core 1.0, section
/// 3.1.3.7).
final class IdTokens {

  /// Of a token that is not for now: as a rule one of two clocks is wrong.
  static final String NOT_NOW = "not_now";

  private static final Duration SKEW = Duration.ofMinutes(1);

  private IdTokens() {}

  static JwtDecoder of(ClientRegistration provider, ClientHttpRequestFactory line, Clock clock) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(
                Objects.requireNonNull(provider.getProviderDetails().getJwkSetUri()))
            .jwsAlgorithms(allowed -> allowed.addAll(algorithms(provider)))
            .restOperations(new RestTemplate(line))
            .build();
    OidcIdTokenValidator content = new OidcIdTokenValidator(provider);
    content.setClock(clock);
    content.setClockSkew(SKEW);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(List.of(token -> timely(token, clock), content)));
    decoder.setClaimSetConverter(
        new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    return decoder;
  }

  private static OAuth2TokenValidatorResult timely(Jwt token, Clock clock) {
    Instant now = clock.instant();
    Instant until = token.getExpiresAt();
    Instant from = token.getIssuedAt();
    boolean timely =
        until != null
            && from != null
            && until.plus(SKEW).isAfter(now)
            && from.minus(SKEW).isBefore(now);
    return timely
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(
            new OAuth2Error(NOT_NOW, "from %s to %s".formatted(from, until), null));
  }

  /// Those with which the provider says that it signs, of the ones with a public key.
  private static Set<SignatureAlgorithm> algorithms(ClientRegistration provider) {
    Object said =
        provider
            .getProviderDetails()
            .getConfigurationMetadata()
            .get("id_token_signing_alg_values_supported");
    Set<SignatureAlgorithm> known =
        said instanceof Collection<?> names
            ? names.stream()
                .map(it -> SignatureAlgorithm.from(String.valueOf(it)))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet())
            : Set.of();
    return known.isEmpty() ? Set.of(SignatureAlgorithm.RS256) : known;
  }
}

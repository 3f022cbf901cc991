package vallarta.compact.account;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import vallarta.compact.account.SignInSettings.ProviderSettings;

/// Asks a provider where its pages and keys are (OpenID Connect Discovery 1.0, section 4).
final class Discovery {

  private static final Duration TO_CONNECT = Duration.ofSeconds(3);
  private static final Duration TO_ANSWER = Duration.ofSeconds(8);
  private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
      new ParameterizedTypeReference<>() {};

  private Discovery() {}

  /// With which providers are asked: a provider that is away holds nobody up for long, and one that
  /// leads elsewhere is not followed.
  static ClientHttpRequestFactory line() {
    JdkClientHttpRequestFactory line =
        new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(TO_CONNECT).build());
    line.setReadTimeout(TO_ANSWER);
    return line;
  }

  /// @throws RestClientException when it does not answer
  /// @throws IllegalArgumentException when what it answers cannot be used; the message says why
  static ClientRegistration of(String name, ProviderSettings settings) {
    Map<String, Object> document =
        RestClient.builder()
            .requestFactory(line())
            .build()
            .get()
            .uri(settings.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration")
            .retrieve()
            .body(DOCUMENT);
    Object issuer = document == null ? null : document.get("issuer");
    if (document == null || !settings.issuer().equals(issuer)) {
      throw new IllegalArgumentException(
          "it calls itself '%s', and the settings '%s'".formatted(issuer, settings.issuer()));
    }
    ClientRegistration.Builder found =
        ClientRegistrations.fromOidcConfiguration(document)
            .registrationId(name)
            .clientId(settings.clientId())
            .clientSecret(settings.clientSecret())
            .scope("openid", "email");
    if (settings.clientSecret().isEmpty()) {
      found.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
    }
    ClientRegistration registration = found.build();
    ClientRegistration.ProviderDetails details = registration.getProviderDetails();
    mustBeSafe("authorization_endpoint", details.getAuthorizationUri());
    mustBeSafe("token_endpoint", details.getTokenUri());
    mustBeSafe("jwks_uri", details.getJwkSetUri());
    if (details.getUserInfoEndpoint().getUri() != null) {
      mustBeSafe("userinfo_endpoint", details.getUserInfoEndpoint().getUri());
    }
    return registration;
  }

  private static void mustBeSafe(String what, @Nullable String address) {
    if (address == null || !ProviderSettings.isSafe(address)) {
      throw new IllegalArgumentException(
          "its %s '%s' is no address that begins with https://".formatted(what, address));
    }
  }
}

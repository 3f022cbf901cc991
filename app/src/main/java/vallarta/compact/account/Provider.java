package vallarta.compact.account;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.util.UriComponentsBuilder;
import vallarta.compact.account.SignInSettings.ProviderSettings;
import vallarta.compact.store.Sha256;
import vallarta.compact.web.DomainFailure;

/// A provider of OpenID Connect as this site uses it: by the authorization code flow with PKCE
/// (S256), state and nonce. It is asked where its pages are when that is first needed, and again as
/// long as it does not answer; whether it does holds up nothing else.
final class Provider {

  private static final int BYTES = 32;

  /// What is known once it has answered.
  private record Met(
      ClientRegistration registration, OidcAuthorizationCodeAuthenticationProvider exchange) {}

  private final SecureRandom random = new SecureRandom();
  private final String name;
  private final ProviderSettings settings;
  private final Clock clock;
  private volatile @Nullable Met met;

  Provider(String name, ProviderSettings settings, Clock clock) {
    this.name = name;
    this.settings = settings;
    this.clock = clock;
  }

  String name() {
    return name;
  }

  String label() {
    return settings.label();
  }

  String issuer() {
    return settings.issuer();
  }

  /// With what a browser is sent there.
  ///
  /// @param tag with which its state begins
  /// @param back the address to which it is to come back
  /// @throws DomainFailure when the provider does not answer
  OAuth2AuthorizationRequest request(String tag, String back) {
    ClientRegistration registration = meet().registration();
    String nonce = word();
    OAuth2AuthorizationRequest.Builder request =
        OAuth2AuthorizationRequest.authorizationCode()
            .authorizationUri(
                Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
            .clientId(registration.getClientId())
            .redirectUri(back)
            .scopes(registration.getScopes())
            .state(tag + word())
            .attributes(kept -> kept.put(OidcParameterNames.NONCE, nonce))
            .additionalParameters(sent -> sent.put(OidcParameterNames.NONCE, hash(nonce)));
    OAuth2AuthorizationRequestCustomizers.withPkce().accept(request);
    return request.build();
  }

  /// Whom it vouches for, in exchange for the code with which a browser came back.
  ///
  /// @throws DomainFailure when it vouches for nobody
  Vouched vouch(OAuth2AuthorizationRequest request, String state, String code) {
    Met known = meet();
    OAuth2AuthorizationResponse response =
        OAuth2AuthorizationResponse.success(code)
            .state(state)
            .redirectUri(Objects.requireNonNull(request.getRedirectUri()))
            .build();
    try {
      Authentication answer =
          known
              .exchange()
              .authenticate(
                  new OAuth2LoginAuthenticationToken(
                      known.registration(), new OAuth2AuthorizationExchange(request, response)));
      if (answer != null && answer.getPrincipal() instanceof OidcUser user) {
        return Vouched.of(settings.issuer(), user, settings.twoFactors());
      }
      throw new IllegalArgumentException("no answer to a request of OpenID Connect");
    } catch (RuntimeException e) {
      // Whatever a provider answers is its failure, not this site's.
      throw ProviderFailures.of(this, e);
    }
  }

  /// Where somebody signs out of it too (OpenID Connect RP-Initiated Logout 1.0), when it says so.
  ///
  /// @param idToken with which it vouched
  /// @param back where it leads afterwards
  Optional<String> exit(String idToken, String back) {
    Met known = met;
    Object exit =
        known == null
            ? null
            : known
                .registration()
                .getProviderDetails()
                .getConfigurationMetadata()
                .get("end_session_endpoint");
    return exit == null || !ProviderSettings.isSafe(exit.toString())
        ? Optional.empty()
        : Optional.of(
            UriComponentsBuilder.fromUri(URI.create(exit.toString()))
                .queryParam("id_token_hint", "{token}")
                .queryParam("client_id", "{client}")
                .queryParam("post_logout_redirect_uri", "{back}")
                .encode()
                .buildAndExpand(idToken, settings.clientId(), back)
                .toUriString());
  }

  /// What keeps people from signing in with it now, in words for whoever runs the site.
  Optional<String> hindrance() {
    try {
      ask();
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(ProviderFailures.words(e));
    }
  }

  private Met meet() {
    try {
      return ask();
    } catch (RuntimeException e) {
      throw ProviderFailures.away(this, e);
    }
  }

  /// Asks it for its addresses, unless they are known.
  private Met ask() {
    Met known = met;
    if (known == null) {
      ClientRegistration registration = Discovery.of(name, settings);
      known = new Met(registration, exchange(registration));
      met = known;
    }
    return known;
  }

  private OidcAuthorizationCodeAuthenticationProvider exchange(ClientRegistration registration) {
    ClientHttpRequestFactory line = Discovery.line();
    RestClientAuthorizationCodeTokenResponseClient codes =
        new RestClientAuthorizationCodeTokenResponseClient();
    codes.setRestClient(
        RestClient.builder()
            .requestFactory(line)
            .configureMessageConverters(converters ->
                converters
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    RestTemplate persons = new RestTemplate(line);
    persons.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
    DefaultOAuth2UserService userInfo = new DefaultOAuth2UserService();
    userInfo.setRestOperations(persons);
    OidcUserService users = new OidcUserService();
    users.setOauth2UserService(userInfo);
    JwtDecoder tokens = IdTokens.of(registration, line, clock);
    OidcAuthorizationCodeAuthenticationProvider exchange =
        new OidcAuthorizationCodeAuthenticationProvider(codes, users);
    exchange.setJwtDecoderFactory(it -> tokens);
    return exchange;
  }

  private String word() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// As the exchange compares it: a token that somebody reads does not tell the nonce itself.
  private static String hash(String nonce) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(HexFormat.of().parseHex(Sha256.of(nonce)));
  }
}

package vallarta.testkit.provider;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/// A provider of OpenID Connect: Spring Authorization Server, which asks for proof of PKCE, shows a
/// page to sign in, and knows everybody who gives the one password.
///
/// Who signs in is an address, `anna@example.org`, or `kim@example.org>new@example.org` for
/// somebody whom it has known by one name and who has another address now. What stands before a
/// hyphen of the name says what is wrong with the token, or special (`late-anna@example.org`).
@SpringBootConfiguration
@EnableWebSecurity
@ImportAutoConfiguration({
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class
})
public class ProviderServer {

  /// What everybody has.
  public static final String PASSWORD = "everybody's";

  /// The client that has a secret, the one that has none, the one for which people are asked
  /// whether they agree, and one that is for another provider.
  public static final List<String> CLIENTS = List.of("site", "public", "asking", "away");

  /// What the provider and a client know.
  public static String secret(String client) {
    return "between the provider and " + client;
  }

  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(ProviderServer.class);
    application.setDefaultProperties(
        Map.of(
            "server.port", URI.create(args[0]).getPort(),
            "server.address", "localhost",
            "server.servlet.session.cookie.name", "provider",
            "logging.level.root", "warn",
            "spring.main.banner-mode", "off",
            "issuer", args[0],
            "site", args[1]));
    application.run();
  }

  @Bean
  SecurityFilterChain chain(HttpSecurity http) {
    return http.oauth2AuthorizationServer(server ->
            server.oidc(oidc ->
                oidc.userInfoEndpoint(
                    info -> info.userInfoMapper(it -> person(it.getAuthorization())))))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .oauth2ResourceServer(resources -> resources.jwt(Customizer.withDefaults()))
        .formLogin(Customizer.withDefaults())
        .build();
  }

  @Bean
  UserDetailsService people() {
    return name -> User.withUsername(name).password("{noop}" + PASSWORD).authorities("x").build();
  }

  @Bean
  RegisteredClientRepository clients(@Value("${site}") String site) {
    return new InMemoryRegisteredClientRepository(
        CLIENTS.stream().map(it -> client(it, site)).toList());
  }

  @Bean
  AuthorizationServerSettings settings(@Value("${issuer}") String issuer) {
    return AuthorizationServerSettings.builder().issuer(issuer).build();
  }

  @Bean
  JWKSource<SecurityContext> keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    return new ImmutableJWKSet<>(
        new JWKSet(
            new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                .privateKey(pair.getPrivate())
                .keyID(UUID.randomUUID().toString())
                .build()));
  }

  @Bean
  JwtDecoder decoder(JWKSource<SecurityContext> keys) {
    return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
  }

  /// What its tokens say of people.
  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> tokens() {
    return context -> {
      if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
        Authentication person = context.getPrincipal();
        String name = person == null ? "" : person.getName();
        Instant now = Instant.now();
        context
            .getClaims()
            .subject(subject(name))
            .claims(claims -> {
              if (!name.startsWith("quiet-")) {
                claims.putAll(address(name));
              }
              if (name.startsWith("twofold-")) {
                claims.put("amr", List.of("pwd", "otp", "mfa"));
              }
              if (name.startsWith("nonce-")) {
                claims.put("nonce", "of another");
              }
            });
        if (name.startsWith("late-")) {
          between(context, now.minus(Duration.ofHours(2)), now.minus(Duration.ofHours(1)));
        } else if (name.startsWith("early-")) {
          between(context, now.plus(Duration.ofHours(1)), now.plus(Duration.ofHours(2)));
        }
      }
    };
  }

  private static void between(JwtEncodingContext context, Instant from, Instant until) {
    context.getClaims().issuedAt(from).expiresAt(until);
  }

  private static OidcUserInfo person(OAuth2Authorization authorization) {
    return OidcUserInfo.builder()
        .subject(subject(authorization.getPrincipalName()))
        .claims(claims -> claims.putAll(address(authorization.getPrincipalName())))
        .build();
  }

  private static String subject(String name) {
    return name.replaceFirst(">.*", "");
  }

  private static Map<String, Object> address(String name) {
    return name.startsWith("nameless-")
        ? Map.of()
        : Map.of(
            "email", name.replaceFirst(".*>", ""),
            "email_verified", !name.startsWith("unverified-"));
  }

  private static RegisteredClient client(String name, String site) {
    RegisteredClient.Builder client =
        RegisteredClient.withId(name)
            .clientId(name)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri(site + "/sign-in/provider/" + name)
            .postLogoutRedirectUri(site + "/")
            .scopes(scopes -> scopes.addAll(List.of("openid", "email")))
            .clientSettings(
                ClientSettings.builder()
                    .requireProofKey(true)
                    .requireAuthorizationConsent(name.equals("asking"))
                    .build());
    return (name.equals("public")
            ? client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
            : client
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientSecret("{noop}" + secret(name)))
        .build();
  }
}

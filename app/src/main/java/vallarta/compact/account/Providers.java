package vallarta.compact.account;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vallarta.compact.web.DomainFailure;

/// The providers with which people may sign in here, as whoever runs the site has chosen them.
///
/// What is wrong with one is told in the log at the start, and keeps nobody from signing in
/// otherwise.
@Component
@EnableConfigurationProperties(SignInSettings.class)
class Providers {

  private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

  private final List<Provider> offered;

  Providers(SignInSettings settings, Clock clock) {
    offered =
        settings.providers().entrySet().stream()
            .filter(it -> isUsable(it.getKey(), it.getValue()))
            .sorted(Map.Entry.comparingByKey())
            .map(it -> new Provider(it.getKey(), it.getValue(), clock))
            .toList();
  }

  List<Provider> list() {
    return offered;
  }

  Optional<Provider> find(String name) {
    return offered.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /// @throws DomainFailure when there is none of that name
  Provider get(String name) {
    return find(name)
        .orElseThrow(() ->
            new DomainFailure(
                "ACC-030", "account.failure.no-provider", Map.of(), HttpStatus.NOT_FOUND));
  }

  Optional<Provider> ofIssuer(String issuer) {
    return offered.stream().filter(it -> it.issuer().equals(issuer)).findFirst();
  }

  /// Asks each whether it is there, beside the start, which does not wait for them.
  @EventListener(WebServerInitializedEvent.class)
  void check() {
    for (Provider it : offered) {
      Thread.ofVirtual()
          .name("provider " + it.name())
          .start(() ->
              it.hindrance()
                  .ifPresent(why ->
                      LOG.warn(
                          "nobody can sign in with '{}' ({}) now: {}. It is asked again when somebody"
                              + " tries; all other ways of signing in work.",
                          it.name(),
                          it.issuer(),
                          why)));
    }
  }

  private static boolean isUsable(String name, SignInSettings.ProviderSettings settings) {
    Optional<String> fault = settings.fault(name);
    fault.ifPresent(why -> LOG.warn("vallarta.sign-in.providers.{} is not offered: {}", name, why));
    return fault.isEmpty();
  }
}

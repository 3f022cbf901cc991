package vallarta.compact.commitment.matching;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.api.DataRoute;

/// The places of needs, offers and matches in the programming interface.
@Configuration(proxyBeanMethods = false)
class MatchingConfiguration {

  @Bean
  DataRoute needsData() {
    return new DataRoute(
        "/needs",
        "Needs of commitments that are not met, or not wholly; with met=all those that are met too",
        MeansFilter.NAMES_OF_NEEDS,
        MeansSheet.NEEDS);
  }

  @Bean
  DataRoute offersData() {
    return new DataRoute("/offers", "Offers of commitments", MeansFilter.NAMES, MeansSheet.OFFERS);
  }

  @Bean
  DataRoute matchesData() {
    return new DataRoute(
        "/matches",
        "Offers that meet a need, as both sides confirmed, with those that ended",
        List.of(),
        MeansSheet.MATCHES);
  }
}

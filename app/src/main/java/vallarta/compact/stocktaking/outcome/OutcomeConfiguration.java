package vallarta.compact.stocktaking.outcome;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.api.DataRoute;
import vallarta.compact.web.NavEntry;

/// The places of outcomes in the navigation and in the programming interface.
@Configuration(proxyBeanMethods = false)
class OutcomeConfiguration {

  @Bean
  DataRoute outcomesData() {
    return new DataRoute(
        "/outcomes", "The proposed commitments", List.of(), OutcomeSheets.OUTCOMES);
  }

  @Bean
  DataRoute outcomeData() {
    return new DataRoute(
        "/outcomes/{ref}",
        "The means of implementation of a proposed commitment",
        List.of(),
        OutcomeSheets.MEANS);
  }

  @Bean
  DataRoute dispositionData() {
    return new DataRoute(
        "/inputs/{id}/disposition",
        "What became of each statement of an input",
        List.of(),
        DispositionPages.HEADERS);
  }

  @Bean
  DataRoute chairData() {
    return new DataRoute(
        "/meetings/{ref}/summary",
        "The chair's summary of a meeting: points, proposed commitments and their means",
        List.of("version"),
        OutcomeSheets.CHAIR);
  }

  @Bean
  NavEntry outcomesEntry() {
    return new NavEntry(340, "stocktaking.nav.outcomes", "/outcomes");
  }
}

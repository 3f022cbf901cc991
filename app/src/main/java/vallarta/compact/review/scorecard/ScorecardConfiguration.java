package vallarta.compact.review.scorecard;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.api.DataRoute;

/// The places of the scorecard in the programming interface.
@Configuration(proxyBeanMethods = false)
class ScorecardConfiguration {

  @Bean
  DataRoute scorecardData() {
    return new DataRoute(
        "/scorecard",
        "The five principles: each measure with its figures, counts of all",
        List.of(),
        ScorecardPages.FIGURES);
  }

  @Bean
  DataRoute measureData() {
    return new DataRoute(
        "/scorecard/{measure}",
        "The rows behind a measure of the scorecard",
        List.of("verdict"),
        ScorecardPages.ROWS);
  }
}

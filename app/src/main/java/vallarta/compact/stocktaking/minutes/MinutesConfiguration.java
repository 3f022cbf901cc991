package vallarta.compact.stocktaking.minutes;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.api.DataRoute;

/// The place of minutes in the programming interface.
@Configuration(proxyBeanMethods = false)
class MinutesConfiguration {

  @Bean
  DataRoute minutesData() {
    return new DataRoute(
        "/meetings/{ref}/minutes",
        "The points that were kept of all sessions of a meeting, as they read in the newest summaries",
        List.of(),
        MinutesPages.HEADERS);
  }
}

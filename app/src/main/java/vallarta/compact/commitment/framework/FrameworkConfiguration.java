package vallarta.compact.commitment.framework;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.api.DataRoute;

/// The places of the frameworks in the programming interface.
@Configuration(proxyBeanMethods = false)
class FrameworkConfiguration {

  @Bean
  DataRoute objectivesData() {
    return new DataRoute(
        "/frameworks/objectives",
        "The objectives of the compact, and how many commitments name each",
        List.of(),
        FrameworkPages.HEADERS);
  }

  @Bean
  DataRoute sdgData() {
    return new DataRoute(
        "/frameworks/sdg",
        "Goals, targets and indicators of the 2030 Agenda, and how many commitments name each",
        List.of(),
        FrameworkPages.HEADERS);
  }
}

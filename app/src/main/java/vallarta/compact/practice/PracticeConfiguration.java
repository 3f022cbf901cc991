package vallarta.compact.practice;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.api.DataRoute;
import vallarta.compact.web.NavEntry;

/// The places of practices in the navigation and in the programming interface.
@Configuration(proxyBeanMethods = false)
class PracticeConfiguration {

  @Bean
  DataRoute practicesData() {
    return new DataRoute(
        "/practices",
        "The practices that are offered",
        List.of("q", "topic", "dimension", "theme", "type"),
        PracticeSheet.HEADERS);
  }

  @Bean
  DataRoute practiceData() {
    return new DataRoute("/practices/{ref}", "One practice", List.of(), PracticeSheet.HEADERS);
  }

  @Bean
  DataRoute labData() {
    return new DataRoute(
        "/lab", "The practices that were told in the lab", List.of(), PracticeSheet.HEADERS);
  }

  @Bean
  NavEntry practicesEntry() {
    return new NavEntry(900, "practice.nav", "/practices");
  }
}

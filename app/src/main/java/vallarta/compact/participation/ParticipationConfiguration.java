package vallarta.compact.participation;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.api.DataRoute;
import vallarta.compact.web.NavEntry;

/// The places of those who take part in the navigation and in the programming interface.
@Configuration(proxyBeanMethods = false)
class ParticipationConfiguration {

  @Bean
  DataRoute participantsData() {
    return new DataRoute("/participants", "Who takes part", List.of(), ParticipantPages.COLUMNS);
  }

  @Bean
  DataRoute participantData() {
    return new DataRoute(
        "/participants/{ref}", "One who takes part", List.of(), ParticipantPages.COLUMNS);
  }

  @Bean
  NavEntry participantsEntry() {
    return new NavEntry(95, "participation.nav.participants", "/participants");
  }
}

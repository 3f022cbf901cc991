package vallarta.compact.participation.floor;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.api.DataRoute;

/// The places of speaking times in the programming interface.
@Configuration(proxyBeanMethods = false)
class FloorConfiguration {

  @Bean
  DataRoute speakingTimesData() {
    return new DataRoute(
        "/sessions/{ref}/floor/times",
        "Speaking time in a session by type of stakeholder, region and gender",
        List.of(),
        FloorPages.HEADERS);
  }

  @Bean
  DataRoute meetingTimesData() {
    return new DataRoute(
        "/meetings/{ref}/times",
        "Speaking time in a meeting as a whole (without a session) and in each session",
        List.of(),
        FloorPages.HEADERS);
  }
}

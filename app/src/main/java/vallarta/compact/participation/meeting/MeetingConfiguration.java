package vallarta.compact.participation.meeting;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.api.DataRoute;
import vallarta.compact.web.NavEntry;

/// The places of meetings in the navigation and in the programming interface.
@Configuration(proxyBeanMethods = false)
class MeetingConfiguration {

  @Bean
  DataRoute meetingsData() {
    return new DataRoute("/meetings", "The meetings", List.of(), MeetingSheets.MEETINGS);
  }

  @Bean
  DataRoute meetingData() {
    return new DataRoute(
        "/meetings/{ref}", "The programme of a meeting", List.of(), MeetingSheets.SESSIONS);
  }

  @Bean
  DataRoute sessionData() {
    return new DataRoute("/sessions/{ref}", "One session", List.of(), MeetingSheets.SESSIONS);
  }

  @Bean
  NavEntry meetingsEntry() {
    return new NavEntry(90, "participation.nav.meetings", "/meetings");
  }
}

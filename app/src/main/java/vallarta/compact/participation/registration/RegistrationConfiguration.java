package vallarta.compact.participation.registration;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.api.DataRoute;

/// The data of registration in the programming interface.
@Configuration(proxyBeanMethods = false)
class RegistrationConfiguration {

  @Bean
  DataRoute registrationsData() {
    return new DataRoute(
        "/meetings/{ref}/registrations",
        "Who is registered for a meeting; for its secretariat alone",
        List.of("state", "type", "q"),
        RegistrationSheets.REGISTRATIONS);
  }

  @Bean
  DataRoute attendeesData() {
    return new DataRoute(
        "/meetings/{ref}/participants",
        "The participants of a meeting who are named",
        List.of(),
        RegistrationSheets.PARTICIPANTS);
  }

  @Bean
  DataRoute attendanceData() {
    return new DataRoute(
        "/meetings/{ref}/attendance",
        "How many are registered for a meeting, accredited and present",
        List.of(),
        RegistrationSheets.ATTENDANCE);
  }
}

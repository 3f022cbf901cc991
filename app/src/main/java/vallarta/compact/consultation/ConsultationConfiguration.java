package vallarta.compact.consultation;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.api.DataRoute;
import vallarta.compact.web.NavEntry;

/// What the stage brings to the application beside its own components.
@Configuration(proxyBeanMethods = false)
class ConsultationConfiguration {

  @Bean
  DataRoute consultationsData() {
    return new DataRoute(
        "/consultations",
        "The register of consultations",
        List.of(),
        ConsultationSheets.consultations(List.of()).headers());
  }

  @Bean
  DataRoute consultationData() {
    return new DataRoute(
        "/consultations/{ref}",
        "The statements of one consultation",
        List.of(),
        ConsultationSheets.statementHeaders());
  }

  @Bean
  DataRoute inputsData() {
    return new DataRoute(
        "/inputs",
        "Each input with its hash, how reading it ended and why",
        List.of(),
        ConsultationSheets.inputHeaders());
  }

  @Bean
  DataRoute inputData() {
    return new DataRoute(
        "/inputs/{id}",
        "The statements of one input",
        List.of(),
        ConsultationSheets.statementHeaders());
  }

  @Bean
  DataRoute statementsData() {
    return new DataRoute(
        "/statements",
        "The statements through a filter",
        StatementFilter.PARAMETERS,
        ConsultationSheets.statementHeaders());
  }

  @Bean
  DataRoute statementData() {
    return new DataRoute(
        "/statements/{id}", "One statement", List.of(), ConsultationSheets.statementHeaders());
  }

  @Bean
  DataRoute searchData() {
    return new DataRoute(
        "/search",
        "What matches a query, at most a thousand",
        List.of("q", "in"),
        SearchPages.HEADERS);
  }

  @Bean
  NavEntry consultationsEntry() {
    return new NavEntry(200, "consultation.nav.consultations", "/consultations");
  }

  @Bean
  NavEntry statementsEntry() {
    return new NavEntry(210, "consultation.nav.statements", "/statements");
  }
}

package vallarta.compact.review.report;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.api.DataRoute;

/// The places of reports in the programming interface.
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {

  @Bean
  DataRoute reportsData() {
    return new DataRoute(
        "/reports",
        "What actors reported on their commitments",
        ReportFilter.NAMES,
        ReportSheet.HEADERS);
  }

  @Bean
  DataRoute reportData() {
    return new DataRoute("/reports/{ref}", "One report", List.of(), ReportSheet.HEADERS);
  }

  @Bean
  DataRoute reportVersionsData() {
    return new DataRoute(
        "/reports/{ref}/versions", "How a report read before", List.of(), ReportSheet.VERSIONS);
  }
}

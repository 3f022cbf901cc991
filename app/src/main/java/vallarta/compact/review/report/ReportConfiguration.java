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
  DataRoute framedReportsData() {
    return new DataRoute(
        "/reports/of/{key}",
        "What one actor reported, laid out for a review of the compact, a voluntary national review or a mid-term report",
        List.of("frame"),
        FramePages.HEADERS);
  }

  @Bean
  DataRoute reportVersionsData() {
    return new DataRoute(
        "/reports/{ref}/versions", "How a report read before", List.of(), ReportSheet.VERSIONS);
  }
}

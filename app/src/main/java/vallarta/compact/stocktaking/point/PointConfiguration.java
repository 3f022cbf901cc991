package vallarta.compact.stocktaking.point;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.api.DataRoute;
import vallarta.compact.web.NavEntry;

/// The places of points in the navigation and in the programming interface.
@Configuration(proxyBeanMethods = false)
class PointConfiguration {

  @Bean
  DataRoute pointsData() {
    return new DataRoute(
        "/points", "The points that were kept and published", List.of(), PublishedPages.HEADERS);
  }

  @Bean
  DataRoute pointData() {
    return new DataRoute("/points/{ref}", "One point", List.of(), PublishedPages.HEADERS);
  }

  @Bean
  DataRoute summaryData() {
    return new DataRoute(
        "/sessions/{ref}/summary",
        "The points of each published version of the summary of a session",
        List.of(),
        SummaryPages.HEADERS);
  }

  @Bean
  NavEntry pointsEntry() {
    return new NavEntry(330, "stocktaking.nav.points", "/points");
  }
}

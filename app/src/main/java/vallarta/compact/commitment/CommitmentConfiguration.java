package vallarta.compact.commitment;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.api.DataRoute;
import vallarta.compact.web.NavEntry;

/// The places of commitments in the navigation and in the programming interface.
@Configuration(proxyBeanMethods = false)
class CommitmentConfiguration {

  @Bean
  DataRoute commitmentsData() {
    return new DataRoute(
        "/commitments",
        "Commitments in the shape of their import: a row for each, and one for each milestone, target and means",
        CommitmentFilter.NAMES,
        CommitmentSheet.HEADERS);
  }

  @Bean
  DataRoute commitmentData() {
    return new DataRoute(
        "/commitments/{ref}", "One commitment", List.of(), CommitmentSheet.HEADERS);
  }

  @Bean
  DataRoute commitmentVersionsData() {
    return new DataRoute(
        "/commitments/{ref}/versions",
        "How a commitment read before, and what changed from version to version",
        List.of(),
        VersionPages.HEADERS);
  }

  @Bean
  NavEntry commitmentsEntry() {
    return new NavEntry(500, "commitment.nav", "/commitments");
  }
}

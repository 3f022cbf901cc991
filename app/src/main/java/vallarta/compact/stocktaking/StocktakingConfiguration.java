package vallarta.compact.stocktaking;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.api.DataRoute;
import vallarta.compact.consultation.StatementFilter;
import vallarta.compact.web.NavEntry;

/// The stage's places in the navigation.
@Configuration(proxyBeanMethods = false)
class StocktakingConfiguration {

  @Bean
  DataRoute homeData() {
    return new DataRoute(
        "/index", "The counts of the first page", List.of(), List.of("what", "count"));
  }

  @Bean
  DataRoute matrixData() {
    return new DataRoute(
        "/matrix",
        "The matrix of themes and dimensions; empty numbers where nobody raised it",
        StatementFilter.PARAMETERS,
        SynthesisSheets.MATRIX);
  }

  @Bean
  DataRoute cellData() {
    return new DataRoute(
        "/matrix/{theme}/{dimension}",
        "The groups behind one cell of the matrix, by weight",
        StatementFilter.PARAMETERS,
        SynthesisSheets.GROUPS);
  }

  @Bean
  DataRoute groupsData() {
    return new DataRoute("/groups", "All groups, by weight", List.of(), SynthesisSheets.GROUPS);
  }

  @Bean
  DataRoute groupData() {
    return new DataRoute(
        "/groups/{id}",
        "The statements of one group",
        List.of(),
        SynthesisSheets.statementHeaders());
  }

  @Bean
  DataRoute coverageData() {
    return new DataRoute(
        "/coverage", "Who was heard against who was expected", List.of(), SynthesisSheets.COVERAGE);
  }

  @Bean
  NavEntry matrixEntry() {
    return new NavEntry(300, "stocktaking.nav.matrix", "/matrix");
  }

  @Bean
  NavEntry groupsEntry() {
    return new NavEntry(310, "stocktaking.nav.groups", "/groups");
  }

  @Bean
  NavEntry coverageEntry() {
    return new NavEntry(320, "stocktaking.nav.coverage", "/coverage");
  }
}

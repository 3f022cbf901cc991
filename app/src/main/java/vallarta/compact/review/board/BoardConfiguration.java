package vallarta.compact.review.board;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.api.DataRoute;
import vallarta.compact.web.NavEntry;

/// The places of the boards in the navigation and in the programming interface.
@Configuration(proxyBeanMethods = false)
class BoardConfiguration {

  @Bean
  NavEntry boardsEntry() {
    return new NavEntry(1000, "review.board.nav", "/boards");
  }

  @Bean
  DataRoute boardsData() {
    return new DataRoute(
        "/boards", "How all commitments stand: counts by standing", List.of(), BoardSheet.HEADERS);
  }

  @Bean
  DataRoute boardData() {
    return new DataRoute(
        "/boards/{by}",
        "How commitments stand by actors, dimensions, objectives or themes: counts by standing for each",
        List.of(),
        BoardSheet.HEADERS);
  }

  @Bean
  DataRoute boardListData() {
    return new DataRoute(
        "/boards/list",
        "The commitments behind a number of a board, and how each stands",
        ListPages.PARAMETERS,
        ListPages.HEADERS);
  }

  @Bean
  DataRoute overdueData() {
    return new DataRoute(
        "/overdue",
        "Reports that are flagged as overdue, the newest flag first, and what became of each flag",
        List.of("state", "actor"),
        DatePages.OVERDUE);
  }

  @Bean
  DataRoute dueData() {
    return new DataRoute("/due", "Reports that fall due next", List.of("actor"), DatePages.DUE);
  }
}

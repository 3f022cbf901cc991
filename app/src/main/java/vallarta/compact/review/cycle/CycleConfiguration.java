package vallarta.compact.review.cycle;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.access.Role;
import vallarta.compact.account.OwnEntry;
import vallarta.compact.api.DataRoute;

/// The places of reviews on the page of an account and in the programming interface.
@Configuration(proxyBeanMethods = false)
class CycleConfiguration {

  @Bean
  DataRoute reviewsData() {
    return new DataRoute(
        "/reviews",
        "Rounds of independent review, and how often two reviewers agreed",
        List.of(),
        CycleSheets.REVIEWS);
  }

  @Bean
  DataRoute reviewData() {
    return new DataRoute(
        "/reviews/{ref}",
        "The sample of a review, why each commitment was drawn, and what was found",
        List.of(),
        CycleSheets.SAMPLE);
  }

  @Bean
  OwnEntry ownAssessments() {
    return new OwnEntry(1010, "review.cycle.mine.title", "/reviews/mine", Set.of(Role.REVIEWER));
  }
}

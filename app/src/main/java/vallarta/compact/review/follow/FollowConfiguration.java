package vallarta.compact.review.follow;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.account.OwnEntry;
import vallarta.compact.api.DataRoute;

/// The places of what changed on the page of an account and in the programming interface.
@Configuration(proxyBeanMethods = false)
class FollowConfiguration {

  @Bean
  OwnEntry followsEntry() {
    return new OwnEntry(1000, "review.follow.title", "/follows", Set.of());
  }

  @Bean
  DataRoute changesData() {
    return new DataRoute(
        "/changes",
        "What changed about commitments and what came of them between two dates",
        ChangePages.PARAMETERS,
        ChangePages.HEADERS);
  }
}

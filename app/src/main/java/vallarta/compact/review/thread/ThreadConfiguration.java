package vallarta.compact.review.thread;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.api.DataRoute;

/// The place of threads in the programming interface.
@Configuration(proxyBeanMethods = false)
class ThreadConfiguration {

  @Bean
  DataRoute threadData() {
    return new DataRoute(
        "/thread/{ref}/whole",
        "Everything on the thread of one object, from what was said to what came of it",
        List.of(),
        ThreadPages.HEADERS);
  }
}

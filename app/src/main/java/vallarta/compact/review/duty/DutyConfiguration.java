package vallarta.compact.review.duty;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.api.DataRoute;

/// The place of labels in the programming interface.
@Configuration(proxyBeanMethods = false)
class DutyConfiguration {

  @Bean
  DataRoute labelData() {
    return new DataRoute(
        "/labels/{ref}", "A label on an overdue report", List.of(), LabelPages.HEADERS);
  }
}

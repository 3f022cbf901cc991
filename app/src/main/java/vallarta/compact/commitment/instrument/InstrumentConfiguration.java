package vallarta.compact.commitment.instrument;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.api.DataRoute;

/// The place of the status of the instrument in the programming interface.
@Configuration(proxyBeanMethods = false)
class InstrumentConfiguration {

  @Bean
  DataRoute instrumentData() {
    return new DataRoute(
        "/instrument",
        "The status of the instrument in each State; with history=all every entry that was made",
        List.of("history"),
        StatusSheet.HEADERS);
  }
}

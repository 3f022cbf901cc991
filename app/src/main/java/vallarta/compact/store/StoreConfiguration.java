package vallarta.compact.store;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of the store over what the [HeadStart] opened: the data folder always, the embedded
/// PostgreSQL unless a server is named.
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

  @Bean
  Blobs blobs(DataFolder folder) {
    return new Blobs(folder.inputs());
  }

  /// The clock of the use cases, so that a test can move it.
  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(
      name = "spring.datasource.url",
      havingValue = "embedded",
      matchIfMissing = true)
  static class Embedded {

    @Bean
    JdbcConnectionDetails connectionDetails(HeadStart.Database database) {
      return new JdbcConnectionDetails() {
        @Override
        public String getJdbcUrl() {
          return database.get().url();
        }

        @Override
        public String getUsername() {
          return EmbeddedPostgres.USER;
        }

        @Override
        public String getPassword() {
          return database.get().password();
        }
      };
    }
  }
}

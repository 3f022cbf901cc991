package vallarta.compact.store;

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

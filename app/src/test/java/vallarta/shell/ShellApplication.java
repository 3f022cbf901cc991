package vallarta.shell;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.web.NavEntry;

/// The shell alone, with no stage and no store: what the tests of this package start. It lies
/// outside the application's package, so that the application never finds these pages.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
    })
@ComponentScan({"vallarta.compact.web", "vallarta.compact.access", "vallarta.shell"})
class ShellApplication {

  @Bean
  NavEntry about() {
    return new NavEntry(900, "web.footer.about", "/about");
  }
}

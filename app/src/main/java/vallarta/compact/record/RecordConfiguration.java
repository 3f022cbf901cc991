package vallarta.compact.record;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.api.DataRoute;
import vallarta.compact.web.NavEntry;

/// What the stage brings to the application beside its own components.
@Configuration(proxyBeanMethods = false)
class RecordConfiguration {

  @Bean
  DataRoute recordData() {
    return new DataRoute(
        "/record", "The newest entries of the public record", List.of("page"), EntrySheet.HEADERS);
  }

  @Bean
  DataRoute recordEntryData() {
    return new DataRoute(
        "/record/entries/{index}", "One entry of the public record", List.of(), EntrySheet.HEADERS);
  }

  @Bean
  DataRoute recordObjectData() {
    return new DataRoute(
        "/record/objects/{id}",
        "All entries of the public record about one object",
        List.of(),
        EntrySheet.HEADERS);
  }

  @Bean
  NavEntry recordEntry() {
    return new NavEntry(1100, "record.nav", "/record");
  }
}

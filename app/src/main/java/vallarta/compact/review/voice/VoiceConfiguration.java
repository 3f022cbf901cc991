package vallarta.compact.review.voice;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.account.OwnEntry;
import vallarta.compact.api.DataRoute;

/// The places of parallel reports and replies on the page of an account and in the programming
/// interface.
@Configuration(proxyBeanMethods = false)
class VoiceConfiguration {

  @Bean
  DataRoute parallelReportsData() {
    return new DataRoute(
        "/parallel-reports",
        "What organisations other than the actors report of commitments",
        ParallelFilter.NAMES,
        ParallelSheet.HEADERS);
  }

  @Bean
  DataRoute parallelReportData() {
    return new DataRoute(
        "/parallel-reports/{ref}", "One parallel report", List.of(), ParallelSheet.HEADERS);
  }

  @Bean
  DataRoute repliesData() {
    return new DataRoute(
        "/replies",
        "What was said of commitments and can be answered, with the clock and the replies",
        List.of(),
        ReplySheet.HEADERS);
  }

  @Bean
  OwnEntry ownParallelReports() {
    return new OwnEntry(
        1000, "review.voice.mine.title", "/parallel-reports/mine", Set.of(Signatories.WRITE));
  }
}

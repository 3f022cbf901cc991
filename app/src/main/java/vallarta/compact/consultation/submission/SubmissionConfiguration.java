package vallarta.compact.consultation.submission;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vallarta.compact.access.Role;
import vallarta.compact.account.OwnEntry;
import vallarta.compact.api.DataRoute;

/// The places of submissions on the page of an account and in the programming interface.
@Configuration(proxyBeanMethods = false)
class SubmissionConfiguration {

  @Bean
  DataRoute submissionsData() {
    return new DataRoute(
        "/submissions",
        "What submitters handed in, and what became of it",
        SubmissionFilter.PARAMETERS,
        SubmissionSheet.HEADERS);
  }

  @Bean
  DataRoute submissionData() {
    return new DataRoute(
        "/submissions/{ref}", "One submission", List.of(), SubmissionSheet.HEADERS);
  }

  @Bean
  OwnEntry ownSubmissions() {
    return new OwnEntry(
        200, "consultation.submissions.mine", "/submissions/mine", Set.of(Submitters.ROLES));
  }

  @Bean
  OwnEntry submissionsQueue() {
    return new OwnEntry(
        210, "consultation.submissions.queue", "/submissions/queue", Set.of(Role.SECRETARIAT));
  }
}

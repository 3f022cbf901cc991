package vallarta.compact.review.cycle;

import java.util.Map;
import org.springframework.http.HttpStatus;
import vallarta.compact.web.DomainFailure;

/// What is told of what cannot be done in a review, each with its stable code.
final class CycleRefusals {

  private CycleRefusals() {}

  static DomainFailure none(String ref) {
    return of("REV-250", "none", Map.of("ref", ref), HttpStatus.NOT_FOUND);
  }

  static DomainFailure nothingDone() {
    return of("REV-251", "nothing-done", Map.of(), HttpStatus.CONFLICT);
  }

  static DomainFailure fewReviewers(int there) {
    return of("REV-252", "few-reviewers", Map.of("count", there), HttpStatus.CONFLICT);
  }

  static DomainFailure notAllIn(String ref, long missing) {
    return of("REV-253", "not-all-in", Map.of("ref", ref, "count", missing), HttpStatus.CONFLICT);
  }

  static DomainFailure over(String ref) {
    return of("REV-254", "over", Map.of("ref", ref), HttpStatus.CONFLICT);
  }

  /// Of an assessment that is not there, or is another reviewer's.
  static DomainFailure noAssessment(String ref) {
    return of("REV-260", "no-assessment", Map.of("ref", ref), HttpStatus.NOT_FOUND);
  }

  static DomainFailure done(String ref) {
    return of("REV-261", "done", Map.of("ref", ref), HttpStatus.CONFLICT);
  }

  static DomainFailure whyRecused() {
    return of("REV-262", "why-recused", Map.of(), HttpStatus.UNPROCESSABLE_ENTITY);
  }

  static DomainFailure noConsultation(String ref) {
    return of("REV-267", "no-consultation", Map.of("ref", ref), HttpStatus.UNPROCESSABLE_ENTITY);
  }

  private static DomainFailure of(
      String code, String key, Map<String, Object> arguments, HttpStatus status) {
    return new DomainFailure(code, "review.cycle.failure." + key, arguments, status);
  }
}

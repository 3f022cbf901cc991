package vallarta.compact.consultation.submission;

import java.util.Map;
import org.springframework.http.HttpStatus;
import vallarta.compact.web.DomainFailure;

/// Why something about a submission is not done, each with the place and what to do.
final class Refusals {

  private static final String KEYS = "consultation.submission.failure.";

  private Refusals() {}

  /// There is none of that reference, or not for this reader.
  static DomainFailure none(String ref) {
    return of("CONS-020", "none", Map.of("ref", ref), HttpStatus.NOT_FOUND);
  }

  static DomainFailure changed(Submission it) {
    return of("CONS-021", "changed", Map.of("ref", it.ref()), HttpStatus.PRECONDITION_FAILED);
  }

  /// It has got too far, or not far enough, for what was asked.
  static DomainFailure state(Submission it) {
    return of(
        "CONS-022", "state." + it.state().tag(), Map.of("ref", it.ref()), HttpStatus.CONFLICT);
  }

  static DomainFailure noCall(String consultation) {
    return of("CONS-027", "no-call", Map.of("ref", consultation), HttpStatus.CONFLICT);
  }

  static DomainFailure over(Deadline deadline) {
    return of(
        "CONS-028",
        "over",
        Map.of(
            "time", deadline.at().toLocalDateTime().toString().replace('T', ' '),
            "zone", deadline.at().getZone().getId()),
        HttpStatus.CONFLICT);
  }

  static DomainFailure noFile(Submission it) {
    return of("CONS-029", "no-file", Map.of("ref", it.ref()), HttpStatus.CONFLICT);
  }

  static DomainFailure hasLeft(String stakeholder) {
    return of("CONS-036", "has-left", Map.of("name", stakeholder), HttpStatus.CONFLICT);
  }

  static DomainFailure input(String ref) {
    return of("CONS-033", "input", Map.of("input", ref), HttpStatus.CONFLICT);
  }

  static DomainFailure own(String ref) {
    return of("CONS-034", "own", Map.of("ref", ref), HttpStatus.CONFLICT);
  }

  /// A word of the secretariat, or a reason, is missing or too long.
  static DomainFailure word(String key) {
    return of(
        "CONS-041", key, Map.of("most", Particulars.LONGEST_TEXT), HttpStatus.UNPROCESSABLE_ENTITY);
  }

  static DomainFailure tooOften(long minutes) {
    return of("CONS-047", "too-often", Map.of("minutes", minutes), HttpStatus.TOO_MANY_REQUESTS);
  }

  static DomainFailure unprocessable(String code, String key, Map<String, Object> arguments) {
    return of(code, key, arguments, HttpStatus.UNPROCESSABLE_ENTITY);
  }

  static DomainFailure of(
      String code, String key, Map<String, Object> arguments, HttpStatus status) {
    return new DomainFailure(code, KEYS + key, arguments, status);
  }
}

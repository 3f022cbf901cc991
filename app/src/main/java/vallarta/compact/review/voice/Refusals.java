package vallarta.compact.review.voice;

import java.util.Map;
import org.springframework.http.HttpStatus;
import vallarta.compact.web.DomainFailure;
import vallarta.compact.web.part.Fault;

/// What is told of what cannot be done here, each with its stable code.
final class Refusals {

  private static final String KEY = "review.voice.failure.";

  private Refusals() {}

  /// Of a parallel report that is not there, or not for the reader.
  static DomainFailure none(String ref) {
    return of("REV-200", "none", ref, HttpStatus.NOT_FOUND);
  }

  static DomainFailure changed(String ref) {
    return of("REV-201", "changed", ref, HttpStatus.PRECONDITION_FAILED);
  }

  static DomainFailure state(String ref) {
    return of("REV-202", "state", ref, HttpStatus.CONFLICT);
  }

  static DomainFailure why(String ref) {
    return of("REV-203", "why", ref, HttpStatus.UNPROCESSABLE_ENTITY);
  }

  /// That an actor wants to report of its own commitment beside itself.
  static DomainFailure own(String commitment) {
    return of("REV-204", "own", commitment, HttpStatus.CONFLICT);
  }

  static DomainFailure notAsked(String ref) {
    return of("REV-205", "not-asked", ref, HttpStatus.CONFLICT);
  }

  static DomainFailure whom(String key) {
    return of("REV-206", "whom", key, HttpStatus.UNPROCESSABLE_ENTITY);
  }

  static DomainFailure noExhibit(String ref) {
    return of("REV-207", "no-evidence", ref, HttpStatus.NOT_FOUND);
  }

  static DomainFailure tooOften(long minutes) {
    return new DomainFailure(
        "REV-208", KEY + "too-often", Map.of("minutes", minutes), HttpStatus.TOO_MANY_REQUESTS);
  }

  /// That there is nothing to answer.
  static DomainFailure nothingToAnswer(String ref) {
    return of("REV-230", "nothing-to-answer", ref, HttpStatus.NOT_FOUND);
  }

  static DomainFailure answered(String ref) {
    return of("REV-231", "answered", ref, HttpStatus.CONFLICT);
  }

  static DomainFailure of(Fault fault) {
    return fault.failure();
  }

  private static DomainFailure of(String code, String key, String ref, HttpStatus status) {
    return new DomainFailure(code, KEY + key, Map.of("ref", ref), status);
  }
}

package vallarta.compact.review.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vallarta.compact.web.DomainFailure;

/// Why something about a report is not done, each with the place and what to do.
final class Refusal {

  private static final String KEYS = "review.report.failure.";

  private Refusal() {}

  /// There is none of that reference, or not for this reader.
  static DomainFailure none(String ref) {
    return of("REV-110", "none", HttpStatus.NOT_FOUND, "ref", ref);
  }

  static DomainFailure changed(Report it) {
    return of("REV-111", "changed", HttpStatus.PRECONDITION_FAILED, "ref", it.ref());
  }

  /// It has got too far, or not far enough, for what was asked.
  static DomainFailure state(Report it) {
    return of("REV-112", "state." + it.state().tag(), HttpStatus.CONFLICT, "ref", it.ref());
  }

  static DomainFailure twice(String duty, Report open) {
    return of("REV-113", "twice", HttpStatus.CONFLICT, "duty", duty, "ref", open.ref());
  }

  static DomainFailure own(Report it) {
    return of("REV-114", "own", HttpStatus.CONFLICT, "ref", it.ref());
  }

  static DomainFailure notValidator(Report it) {
    return of("REV-134", "not-validator", HttpStatus.CONFLICT, "ref", it.ref());
  }

  static DomainFailure closed(String duty) {
    return of("REV-129", "closed", HttpStatus.CONFLICT, "duty", duty);
  }

  static DomainFailure unchanged(String key, String duty) {
    return of("REV-127", "unchanged." + key, HttpStatus.CONFLICT, "duty", duty);
  }

  static DomainFailure reason(Report it) {
    return of(
        "REV-128",
        "reason",
        HttpStatus.UNPROCESSABLE_ENTITY,
        "ref",
        it.ref(),
        "most",
        AnswersCheck.LONGEST);
  }

  static DomainFailure form(String code, String key, Object... namesAndValues) {
    return of(code, key, HttpStatus.UNPROCESSABLE_ENTITY, namesAndValues);
  }

  private static DomainFailure of(
      String code, String key, HttpStatus status, Object... namesAndValues) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      arguments.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return new DomainFailure(code, KEYS + key, arguments, status);
  }
}

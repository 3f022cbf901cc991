package vallarta.compact.consultation.submission;

import java.util.Map;
import org.springframework.http.HttpStatus;
import vallarta.compact.web.DomainFailure;

/// What is wrong in one field of a form.
///
/// @param field its name
/// @param code stable, of this stage
/// @param key of the sentence that says what to do
record Fault(String field, String code, String key, Map<String, Object> arguments) {

  static Fault of(String field, DomainFailure failure) {
    return new Fault(field, failure.code(), failure.key(), failure.arguments());
  }

  DomainFailure failure() {
    return new DomainFailure(code, key, arguments, HttpStatus.UNPROCESSABLE_ENTITY);
  }
}

package vallarta.compact.web.part;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vallarta.compact.web.DomainFailure;

/// What is wrong in one field of a form.
///
/// @param field its name, which is its `id` on the page too
/// @param code stable, of the stage
/// @param key of the sentence that says what to do
public record Fault(String field, String code, String key, Map<String, Object> arguments) {

  public static Fault of(String field, String code, String key, Object... namesAndValues) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      arguments.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return new Fault(field, code, key, arguments);
  }

  /// That failure, at that field.
  public static Fault of(String field, DomainFailure failure) {
    return new Fault(field, failure.code(), failure.key(), failure.arguments());
  }

  /// The same for whoever did not come by a form.
  public DomainFailure failure() {
    return new DomainFailure(code, key, arguments, HttpStatus.UNPROCESSABLE_ENTITY);
  }
}

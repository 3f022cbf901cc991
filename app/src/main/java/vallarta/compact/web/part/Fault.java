package vallarta.compact.web.part;

import java.util.Map;

/// What is wrong in one field of a form.
///
/// @param field its name, which is its `id` on the page too
/// @param code stable, of the stage
/// @param key of the sentence that says what to do
public record Fault(String field, String code, String key, Map<String, Object> arguments) {

  public static Fault of(String field, String code, String key, Object... namesAndValues) {
    Map<String, Object> arguments = new java.util.LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      arguments.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return new Fault(field, code, key, arguments);
  }
}

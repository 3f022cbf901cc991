package vallarta.compact.practice;

import java.util.Map;

/// What is wrong in one field of a form.
///
/// @param field its name
/// @param code stable, of this stage
/// @param key of the sentence that says what to do
record Fault(String field, String code, String key, Map<String, Object> arguments) {}

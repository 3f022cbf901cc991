package vallarta.compact.web;

import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import vallarta.compact.language.Words;

/// A failure as it is told to whoever asked.
///
/// @param status of the HTTP response
/// @param code of the stage, or empty
/// @param key of the sentence of the stage, or empty: then the status has one
/// @param arguments of that sentence
/// @param incident under which the log tells more, or empty
/// @param before the page of this site that it was asked from, or empty
record Failure(
    int status,
    String code,
    String key,
    Map<String, Object> arguments,
    String incident,
    String before) {

  private static final Set<Integer> WITH_WORDS =
      Set.of(400, 401, 403, 404, 405, 409, 410, 412, 413, 422, 429, 500, 503);

  static Failure of(HttpStatusCode status) {
    return new Failure(status.value(), "", "", Map.of(), "", "");
  }

  static Failure of(DomainFailure failure) {
    return new Failure(
        failure.status().value(), failure.code(), failure.key(), failure.arguments(), "", "");
  }

  static Failure ours(String incident) {
    return new Failure(HttpStatus.INTERNAL_SERVER_ERROR.value(), "", "", Map.of(), incident, "");
  }

  /// The same, asked from that page.
  Failure from(String page) {
    return new Failure(status, code, key, arguments, incident, page);
  }

  String title(Words words) {
    return words.t("web.failure." + worded() + ".title");
  }

  String text(Words words) {
    return key.isEmpty() ? words.t("web.failure." + worded() + ".text") : words.t(key, arguments);
  }

  /// The status itself when there are words for it, else that of its kind.
  private int worded() {
    return WITH_WORDS.contains(status) ? status : status < 500 ? 400 : 500;
  }
}

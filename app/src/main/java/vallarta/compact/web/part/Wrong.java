package vallarta.compact.web.part;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vallarta.compact.language.Words;
import vallarta.compact.web.DomainFailure;

/// What could not be taken of a form, and at which of its fields: told above the form and beside
/// the field in the same words.
///
/// @param text what is the matter and what to do, empty when nothing is
/// @param field id of the field, `form` when it is about the whole
/// @param code of the failure, which whoever asks for help can name
public record Wrong(String text, String field, String code) {

  public static final Wrong NOTHING = new Wrong("", "form", "");

  /// The failure at the field that its code is about, else at the form.
  ///
  /// @param fields ids of fields by the codes of failures
  public static Wrong of(DomainFailure failure, Words words, Map<String, String> fields) {
    return new Wrong(
        words.t(failure.key(), failure.arguments()),
        fields.getOrDefault(failure.code(), "form"),
        failure.code());
  }

  /// The same at another field.
  public Wrong movedTo(String id) {
    return new Wrong(text, id, code);
  }

  /// The failure at whichever of these fields holds the value that it names.
  ///
  /// @param entered what was entered in them, by their ids
  public Wrong orWhere(DomainFailure failure, Map<String, String> entered) {
    return entered.entrySet().stream()
        .filter(it -> it.getValue().equals(failure.arguments().get("value")))
        .findFirst()
        .map(it -> movedTo(it.getKey()))
        .orElse(this);
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  public boolean at(String id) {
    return !isEmpty() && field.equals(id);
  }

  /// For the part `problems`.
  public List<Action> problems() {
    return List.of(new Action(text, "#" + field));
  }

  /// For `aria-invalid` of that field.
  public @Nullable String invalid(String id) {
    return at(id) ? "true" : null;
  }

  /// For `aria-describedby` of that field: the part `wrong` has this id.
  public @Nullable String told(String id) {
    return at(id) ? id + "-wrong" : null;
  }

  /// The title of a page whose form could not be taken.
  public String title(Words words, String title) {
    return isEmpty() ? title : words.t("web.form.error-title", "title", title);
  }
}

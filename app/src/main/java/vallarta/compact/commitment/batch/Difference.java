package vallarta.compact.commitment.batch;

import java.util.ArrayList;
import java.util.List;
import vallarta.compact.commitment.Change;
import vallarta.compact.commitment.Undertaking;

/// How one commitment would read otherwise.
record Difference(String ref, String title, String language, List<Field> fields) {

  /// One field before and after.
  ///
  /// @param key of the word for the field
  record Field(String key, String before, String after) {}

  static Difference of(Change change) {
    Undertaking was = change.before().told();
    Undertaking is = change.told();
    List<Field> fields = new ArrayList<>();
    add(fields, "commitment.dimensions", was.dimensions(), is.dimensions());
    add(fields, "commitment.themes", was.themes(), is.themes());
    add(fields, "commitment.objectives", was.objectives(), is.objectives());
    add(fields, "commitment.sdg", was.sdg(), is.sdg());
    add(fields, "commitment.level", was.level(), is.level());
    add(fields, "commitment.obligation", was.obligation().tag(), is.obligation().tag());
    add(fields, "commitment.office", was.office(), is.office());
    add(fields, "commitment.schedule", was.schedule().tag(), is.schedule().tag());
    return new Difference(change.before().ref(), was.title(), was.language(), fields);
  }

  private static void add(List<Field> fields, String key, List<String> was, List<String> is) {
    add(fields, key, String.join(" ", was), String.join(" ", is));
  }

  private static void add(List<Field> fields, String key, String was, String is) {
    if (!was.equals(is)) {
      fields.add(new Field(key, was, is));
    }
  }
}

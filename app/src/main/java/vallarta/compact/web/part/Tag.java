package vallarta.compact.web.part;

import java.util.List;
import java.util.Locale;

/// A code as it is shown: a machine's suggestion and a person's decision never look or read the
/// same.
///
/// @param label of the dimension or theme, in the reader's language
/// @param ring 1 to 6 for a dimension, 0 for a theme
/// @param because the words of the text that made a suggestion, or empty
public record Tag(String label, int ring, State state, String because) {

  /// How far a code got. A plain one is neither suggested nor decided, such as a heading.
  public enum State {
    ACCEPTED,
    SUGGESTED,
    REJECTED,
    PLAIN;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Tag of(String label, int ring, State state) {
    return new Tag(label, ring, state, "");
  }

  static List<Tag> in(State state, List<Tag> tags) {
    return tags.stream().filter(tag -> tag.state() == state).toList();
  }
}

package vallarta.compact.web.part;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table of who was heard against who was expected. Put the silent ones first.
///
/// @param kinds heads of the columns that say which kind of stakeholder a row is
/// @param heard head of the column of those heard
/// @param expected head of the column of those expected
/// @param statements head of the column of their statements
/// @param standing head of the column that says it in words
public record Heard(
    String caption,
    List<String> kinds,
    String heard,
    String expected,
    String statements,
    String standing,
    List<Row> rows) {

  /// One kind of stakeholder.
  ///
  /// @param kinds one label for each of the columns
  /// @param expected null when nobody said how many
  /// @param approximate whether that number is only about right
  /// @param href their statements, or empty
  /// @param standing in words
  /// @param silent whether somebody was expected and nobody heard
  public record Row(
      List<String> kinds,
      int heard,
      @Nullable Integer expected,
      boolean approximate,
      int statements,
      String href,
      String standing,
      boolean silent) {

    /// How much of a bar of that length is filled: all of it when more came than were expected.
    int filled(int length) {
      Integer of = expected;
      return of == null || of == 0 ? 0 : Math.min(length, Math.round((float) length * heard / of));
    }
  }

  /// Whether of some kind nobody said how many were expected.
  boolean open() {
    return rows.stream().anyMatch(row -> row.expected() == null);
  }
}

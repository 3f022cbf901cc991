package vallarta.compact.web.part;

import java.util.List;

/// A form that narrows a list, by GET alone.
///
/// @param action where it goes: the path of the page
/// @param active what it narrows by now
/// @param clear the list without any
public record Filters(String action, List<Field> fields, List<Active> active, String clear) {

  /// One field of the form.
  public sealed interface Field {

    String name();

    String label();
  }

  /// A choice among options; an empty value stands for any.
  public record Choice(String name, String label, String value, List<Option> options)
      implements Field {}

  /// A free text.
  public record Entry(String name, String label, String value) implements Field {}

  /// One option.
  ///
  /// @param language BCP 47 tag of the label when it is not in the reader's language, or empty
  public record Option(String value, String label, String language) {

    public static Option of(String value, String label) {
      return new Option(value, label, "");
    }
  }

  /// One filter in force.
  ///
  /// @param without the same list without it
  public record Active(String label, String value, String without) {}
}

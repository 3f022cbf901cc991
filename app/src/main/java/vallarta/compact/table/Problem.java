package vallarta.compact.table;

import java.util.List;

/// One thing that is wrong in a table: where, what stands there, which rule it breaks and how to
/// mend it.
///
/// @param file the table it stands in, empty where there is only one
/// @param row row as a spreadsheet numbers it: the header is row 1
/// @param column the column's header in the file, empty when the whole row or file is meant
/// @param value what stands there, shortened
/// @param rule a stable word for the broken rule; its sentence is the string `import.rule.<rule>`
/// @param allowed the values that would be right, empty when any of the kind would be
public record Problem(
    String file, long row, String column, String value, Rule rule, List<String> allowed) {

  /// The rules a cell can break.
  public enum Rule {
    REQUIRED,
    NOT_IN_LIST,
    NOT_A_DATE,
    NOT_A_NUMBER,
    NOT_A_ZONE,
    ENDS_BEFORE_START,
    REPEATED_KEY,
    UNKNOWN_REFERENCE,
    MISSING_COLUMN,
    MISSING_FILE,
    UNREADABLE,
    NOT_A_TERM,
    CIRCULAR,
    NOT_AN_EMAIL,
    TOO_LONG,
    NOT_ACCREDITED,
    ALREADY_REGISTERED,
    NO_SUCH_TIME,
    MOVED_DEADLINE,
    /// Whoever it is about said something else itself.
    OWN_WORD,
    NOT_A_PAST_DATE,
    NOTHING_TO_TAKE_BACK;

    /// The word of the rule in strings and exports.
    public String tag() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private static final int SHOWN = 80;

  public Problem(long row, String column, String value, Rule rule, List<String> allowed) {
    this("", row, column, value, rule, allowed);
  }

  public Problem {
    value = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    allowed = List.copyOf(allowed);
  }

  /// The same in a table that has a name.
  public Problem in(String name) {
    return new Problem(name, row, column, value, rule, allowed);
  }
}

package vallarta.compact.table;

import java.util.Map;

/// One row of a table.
///
/// @param number as a spreadsheet numbers it: the header is row 1
/// @param cells value by header, stripped of surrounding white space
public record Row(long number, Map<String, String> cells) {

  static Row of(long number, Map<String, String> cells) {
    return new Row(number, cells);
  }

  /// What stands in that column, empty when nothing does or there is no such column.
  public String get(String column) {
    return cells.getOrDefault(column, "").strip();
  }
}

package vallarta.compact.table;

import java.util.List;

/// A table to be written as CSV, XLSX or JSON: the same cells in each.
///
/// A cell is a text, a whole number, or a list of words, which CSV and XLSX separate by semicolons
/// and JSON gives as an array. An empty text is an empty cell, in JSON `null`.
///
/// @param name short, fit for a file or a worksheet
/// @param headers the columns
/// @param rows cells in the order of the headers
public record Sheet(String name, List<String> headers, List<List<Object>> rows) {

  static final String SEPARATOR = ";";

  /// The cell as one text.
  static String text(Object cell) {
    return cell instanceof List<?> words
        ? String.join(SEPARATOR, words.stream().map(String::valueOf).toList())
        : cell.toString();
  }
}

package vallarta.compact.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Writes CSV (RFC 4180, line feed) whose cells no spreadsheet takes for a formula: a cell that
/// begins with `=`, `+`, `-`, `@`, a tab or a carriage return and is no number gets an apostrophe
/// before it. [Table#exact] takes it away again.
final class TableWriter implements AutoCloseable {

  /// What a spreadsheet would run; with apostrophes before it, so that taking one away gives back
  /// what was there.
  static final Pattern FORMULA = Pattern.compile("^'*[=+\\-@\t\r]");

  private final CsvWriter csv;

  public TableWriter(Writer out, List<String> headers) {
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord(headers);
  }

  public void row(Object... cells) {
    csv.writeRecord(Arrays.stream(cells).map(TableWriter::cell).toList());
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The cell as it is written.
  public static String cell(Object value) {
    if (value instanceof Number) {
      return value.toString();
    }
    String text = value.toString();
    return FORMULA.matcher(text).find() ? "'" + text : text;
  }
}

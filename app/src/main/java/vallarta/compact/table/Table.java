package vallarta.compact.table;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A CSV file (RFC 4180) as it arrives: any line ending, line breaks in quotes, comma, semicolon or
/// tab, UTF-8 with or without a byte order mark, else windows-1252. Lines that hold nothing are
/// left out.
///
/// @param headers the columns in the order of the file
/// @param rows the rows below the header
public record Table(List<String> headers, List<Row> rows) {

  private static final Charset FALLBACK = Charset.forName("windows-1252");
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /// @throws IOException when the file cannot be read or is no CSV
  public static Table read(Path file) throws IOException {
    return parse(decode(Files.readAllBytes(file)));
  }

  /// A CSV, or the first worksheet of a workbook (XLSX): what a spreadsheet gives back. A formula
  /// stands for what it comes to, a date for itself.
  ///
  /// @throws IOException when the file is neither
  public static Table open(Path file) throws IOException {
    return Workbook.isOne(file) ? Workbook.read(file) : read(file);
  }

  /// The same under other headers, with the apostrophes taken away that [SheetWriter] puts before
  /// what a spreadsheet would run.
  ///
  /// @param names the header in the file by the header that it gets
  public Table exact(Map<String, String> names) {
    Map<String, String> renamed = new HashMap<>();
    names.forEach((header, inFile) -> renamed.put(inFile, header));
    return new Table(
        headers.stream().map(it -> renamed.getOrDefault(it, it)).toList(),
        rows.stream()
            .map(row -> {
              Map<String, String> cells = new LinkedHashMap<>();
              row.cells()
                  .forEach((header, cell) ->
                      cells.put(renamed.getOrDefault(header, header), exact(cell)));
              return Row.of(row.number(), cells);
            })
            .toList());
  }

  private static String exact(String cell) {
    return cell.startsWith("'") && TableWriter.FORMULA.matcher(cell).find()
        ? cell.substring(1)
        : cell;
  }

  /// @throws IOException when the text is no CSV
  public static Table parse(String text) throws IOException {
    String marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    int top = emptyTop(marked);
    String csv = marked.substring(top);
    List<Row> rows = new ArrayList<>();
    List<String> headers = List.of();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator(csv))
            .skipEmptyLines(false)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofNamedCsvRecord(csv)) {
      long number = 1 + marked.substring(0, top).lines().count();
      for (NamedCsvRecord csvRow : reader) {
        headers = csvRow.getHeader();
        number++;
        if (csvRow.getFields().stream().anyMatch(field -> !field.isBlank())) {
          rows.add(Row.of(number, csvRow.getFieldsAsMap()));
        }
      }
    } catch (de.siegmar.fastcsv.reader.CsvParseException e) {
      throw new IOException("not a CSV file: " + e.getMessage(), e);
    }
    return new Table(headers.isEmpty() ? headerOf(csv) : headers, rows);
  }

  /// Whether the table has that column.
  public boolean has(String header) {
    return headers.contains(header);
  }

  /// Where the header begins, below lines that hold nothing.
  private static int emptyTop(String csv) {
    int start = 0;
    while (start < csv.length() && (csv.charAt(start) == '\r' || csv.charAt(start) == '\n')) {
      start++;
    }
    return start;
  }

  private static List<String> headerOf(String csv) throws IOException {
    try (var reader = CsvReader.builder().fieldSeparator(separator(csv)).ofCsvRecord(csv)) {
      return reader.stream().findFirst().map(first -> first.getFields()).orElse(List.of());
    }
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, FALLBACK);
    }
  }

  private static char separator(String csv) {
    int end = 0;
    while (end < csv.length() && csv.charAt(end) != '\r' && csv.charAt(end) != '\n') {
      end++;
    }
    String header = csv.substring(0, end);
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(header, candidate) > count(header, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}

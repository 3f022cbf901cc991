package vallarta.compact.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes sheets in the formats in which tables leave the product.
public final class SheetWriter {

  /// The most characters that a cell of a spreadsheet can hold.
  private static final int XLSX_CELL = 32_767;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SheetWriter() {}

  /// CSV (RFC 4180), UTF-8, line feeds; no cell is taken for a formula.
  public static void csv(Sheet sheet, OutputStream out) {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    try (TableWriter table = new TableWriter(writer, sheet.headers())) {
      for (List<Object> row : sheet.rows()) {
        table.row(row.stream().map(SheetWriter::plain).toArray());
      }
    }
  }

  /// CSV with every cell exactly as it is: for tables that only this product reads again, never for
  /// what people wrote.
  public static void exactCsv(Sheet sheet, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer)) {
      csv.writeRecord(sheet.headers());
      sheet.rows().forEach(row -> csv.writeRecord(row.stream().map(Sheet::text).toList()));
    }
  }

  /// One workbook, a worksheet a sheet; the header row is frozen.
  public static void xlsx(List<Sheet> sheets, OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "Vallarta", "1.0")) {
      for (Sheet sheet : sheets) {
        Worksheet worksheet = workbook.newWorksheet(sheet.name());
        for (int column = 0; column < sheet.headers().size(); column++) {
          worksheet.value(0, column, sheet.headers().get(column));
          worksheet.style(0, column).bold().set();
        }
        worksheet.freezePane(0, 1);
        int line = 1;
        for (List<Object> row : sheet.rows()) {
          write(worksheet, line++, row);
        }
        worksheet.finish();
      }
    }
  }

  private static void write(Worksheet worksheet, int line, List<Object> row) {
    for (int column = 0; column < row.size(); column++) {
      Object cell = row.get(column);
      if (cell instanceof Number number) {
        worksheet.value(line, column, number);
      } else {
        String text = kept(Sheet.text(cell));
        if (!text.isEmpty()) {
          worksheet.value(
              line, column, text.length() > XLSX_CELL ? text.substring(0, XLSX_CELL) : text);
        }
      }
    }
  }

  /// A text of a workbook is no formula. One that begins with an apostrophe before what would be
  /// one gets a second, as in CSV: whoever reads either takes one away.
  private static String kept(String text) {
    return text.startsWith("'") ? TableWriter.cell(text) : text;
  }

  /// An object with an array of objects a sheet.
  public static void json(List<Sheet> sheets, OutputStream out) {
    try (JsonGenerator json = generator(out)) {
      json.writeStartObject();
      for (Sheet sheet : sheets) {
        json.writeName(sheet.name());
        rows(sheet, json);
      }
      json.writeEndObject();
    }
  }

  /// An array of objects.
  public static void json(Sheet sheet, OutputStream out) {
    try (JsonGenerator json = generator(out)) {
      rows(sheet, json);
    }
  }

  private static JsonGenerator generator(OutputStream out) {
    JsonGenerator json =
        JSON.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out);
    return json;
  }

  private static void rows(Sheet sheet, JsonGenerator json) {
    json.writeStartArray();
    for (List<Object> row : sheet.rows()) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (int column = 0; column < row.size(); column++) {
        Object cell = row.get(column);
        object.put(sheet.headers().get(column), "".equals(cell) ? null : cell);
      }
      json.writePOJO(object);
    }
    json.writeEndArray();
  }

  private static Object plain(Object cell) {
    return cell instanceof Number ? cell : Sheet.text(cell);
  }
}

package vallarta.compact.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/// The first worksheet of a workbook (ECMA-376), read row by row, so that a large one takes little
/// memory.
final class Workbook implements XSSFSheetXMLHandler.SheetContentsHandler {

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final int MOST_ROWS = 200_000;
  private static final int MOST_COLUMNS = 200;

  private final List<Row> rows = new ArrayList<>();
  private List<String> headers = List.of();
  private Map<Integer, String> cells = new LinkedHashMap<>();

  private Workbook() {}

  static boolean isOne(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
    }
  }

  static Table read(Path file) throws IOException {
    Workbook read = new Workbook();
    try (OPCPackage packed = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      XSSFReader reader = new XSSFReader(packed);
      Iterator<InputStream> sheets = reader.getSheetsData();
      if (!sheets.hasNext()) {
        throw new IOException("not a workbook: it has no worksheet");
      }
      try (InputStream sheet = sheets.next()) {
        XMLReader xml = XMLHelper.newXMLReader();
        xml.setContentHandler(
            new XSSFSheetXMLHandler(
                reader.getStylesTable(),
                new ReadOnlySharedStringsTable(packed),
                read,
                new Plain(),
                false));
        xml.parse(new InputSource(sheet));
      }
    } catch (OpenXML4JException
        | OpenXML4JRuntimeException
        | SAXException
        | javax.xml.parsers.ParserConfigurationException
        | UnsupportedFileFormatException
        | IllegalStateException e) {
      throw new IOException("not a workbook: " + e.getMessage(), e);
    }
    return new Table(read.headers, List.copyOf(read.rows));
  }

  @Override
  public void startRow(int row) {
    cells = new LinkedHashMap<>();
    if (row > MOST_ROWS) {
      throw new IllegalStateException("more than %d rows".formatted(MOST_ROWS));
    }
  }

  @Override
  public void cell(@Nullable String place, String value, @Nullable XSSFComment comment) {
    int column = place == null ? cells.size() : new CellReference(place).getCol();
    if (column < MOST_COLUMNS) {
      cells.put(column, value);
    }
  }

  @Override
  public void endRow(int row) {
    if (cells.values().stream().allMatch(String::isBlank)) {
      return;
    }
    if (headers.isEmpty()) {
      int last = cells.keySet().stream().mapToInt(it -> it).max().orElse(0);
      List<String> names = new ArrayList<>();
      for (int i = 0; i <= last; i++) {
        names.add(cells.getOrDefault(i, "").strip());
      }
      headers = List.copyOf(names);
      return;
    }
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < headers.size(); i++) {
      named.put(headers.get(i), cells.getOrDefault(i, ""));
    }
    rows.add(Row.of(row + 1L, named));
  }

  /// Numbers as they are and dates as ISO 8601 has them, however they are shown.
  private static final class Plain extends DataFormatter {

    @Override
    public String formatRawCellContents(double value, int index, String format) {
      return formatRawCellContents(value, index, format, false);
    }

    @Override
    public String formatRawCellContents(double value, int index, String format, boolean since1904) {
      if (DateUtil.isADateFormat(index, format) && DateUtil.isValidExcelDate(value)) {
        LocalDateTime at = DateUtil.getLocalDateTime(value, since1904);
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
            ? at.toLocalDate().toString()
            : at.toString();
      }
      return new java.math.BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
  }
}

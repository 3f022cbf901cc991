package vallarta.compact.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The same cells in every format, and none that a spreadsheet runs.
class SheetWriterTest {

  private static final Sheet SHEET =
      new Sheet(
          "statements",
          List.of("id", "count", "themes", "text"),
          List.of(
              List.of("S-1", 3, List.of("labour", "health"), "He said \"yes\", twice"),
              List.of("S-2", -1, List.of(), "")));

  @TempDir Path folder;

  @Test
  void csvSeparatesListsBySemicolonsAndQuotesWhatNeedsIt() {
    assertThat(csv(SHEET))
        .isEqualTo(
            """
            id,count,themes,text
            S-1,3,labour;health,"He said ""yes"", twice"
            S-2,-1,,
            """);
  }

  @Test
  void jsonGivesNumbersArraysAndNullForAnEmptyText() {
    assertThat(json(List.of(SHEET)))
        .isEqualTo(
            "{\"statements\":["
                + "{\"id\":\"S-1\",\"count\":3,\"themes\":[\"labour\",\"health\"],\"text\":\"He said \\\"yes\\\", twice\"},"
                + "{\"id\":\"S-2\",\"count\":-1,\"themes\":[],\"text\":null}]}");
  }

  @ParameterizedTest
  @CsvSource({
    "=1+1, '''=1+1'",
    "+41 22 000, '''+41 22 000'",
    "-5, '''-5'",
    "@SUM(A1), '''@SUM(A1)'",
    "a=b, a=b",
    "'', ''"
  })
  void aTextThatASpreadsheetWouldRunGetsAnApostrophe(String text, String written) {
    assertThat(TableWriter.cell(text)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t=1", "\r=1"})
  void aTabOrReturnBeforeAFormulaDoesNotHideIt(String text) {
    assertThat(TableWriter.cell(text)).isEqualTo("'" + text);
  }

  @Test
  void aNumberBelowZeroIsANumber() {
    assertThat(TableWriter.cell(-5)).isEqualTo("-5");
  }

  @Test
  void theFirstWordOfAListIsNeutralisedToo() {
    assertThat(csv(new Sheet("s", List.of("a"), List.of(List.of(List.of("=x", "y"))))))
        .isEqualTo("a\n'=x;y\n");
  }

  @Test
  void exactCsvLeavesCellsAsTheyAre() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetWriter.exactCsv(new Sheet("s", List.of("a"), List.of(List.of("-ing"))), out);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a\n-ing\n");
  }

  @Test
  void aWorkbookHoldsFormulasAsTextsAndNumbersAsNumbers() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetWriter.xlsx(List.of(new Sheet("s", List.of("a", "b"), List.of(List.of("=1+1", 7)))), out);
    assertThat(part(out, "xl/worksheets/sheet1.xml"))
        .contains("<v>7</v>")
        .contains("frozen")
        .doesNotContain("<f>");
    assertThat(part(out, "xl/sharedStrings.xml")).contains("=1+1");
  }

  @Test
  void aWorkbookCutsATextThatIsLongerThanACellCanHold() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetWriter.xlsx(
        List.of(new Sheet("s", List.of("a"), List.of(List.of("x".repeat(32_768))))), out);
    assertThat(part(out, "xl/sharedStrings.xml"))
        .contains(">" + "x".repeat(32_767) + "<")
        .doesNotContain("x".repeat(32_768));
  }

  private static String csv(Sheet sheet) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetWriter.csv(sheet, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String json(List<Sheet> sheets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetWriter.json(sheets, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private String part(ByteArrayOutputStream workbook, String name) throws IOException {
    Path file = Files.write(folder.resolve("workbook.xlsx"), workbook.toByteArray());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

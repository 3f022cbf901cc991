package vallarta.compact.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// CSV as spreadsheets of many countries write it.
class TableTest {

  @Test
  void readsQuotesDoubledQuotesAndLineBreaksInsideOfThem() throws IOException {
    Table table =
        Table.parse(
            """
            id,text
            1,"Regular pathways, ""now"",
            and family unity"
            2,plain
            """);
    assertThat(table.headers()).containsExactly("id", "text");
    assertThat(table.rows())
        .containsExactly(
            new Row(2, Map.of("id", "1", "text", "Regular pathways, \"now\",\nand family unity")),
            new Row(3, Map.of("id", "2", "text", "plain")));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void findsTheSeparatorThatTheHeaderUses(String separator) throws IOException {
    Table table =
        Table.parse(
            String.join(separator, "id", "theme", "n")
                + "\r\n"
                + String.join(separator, "1", "a", "7"));
    assertThat(table.headers()).containsExactly("id", "theme", "n");
    assertThat(table.rows().getFirst().get("theme")).isEqualTo("a");
  }

  @Test
  void commasInSemicolonTablesArePartOfTheCell() throws IOException {
    assertThat(Table.parse("id;text\n1;first, second").rows().getFirst().get("text"))
        .isEqualTo("first, second");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void takesEveryLineEnding(String end) throws IOException {
    assertThat(Table.parse("id" + end + "1" + end + "2" + end).rows())
        .extracting(row -> row.get("id"))
        .containsExactly("1", "2");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstHeader() throws IOException {
    assertThat(Table.parse("\uFEFFid,text\n1,a").headers()).containsExactly("id", "text");
  }

  @Test
  void readsUtf8AndElseTheWindowsCharactersOfTheWest(@TempDir Path folder) throws IOException {
    Path utf8 = Files.writeString(folder.resolve("a.csv"), "nom\nRéfugiés 难民");
    Path windows =
        Files.write(
            folder.resolve("b.csv"),
            "nom\nRéfugiés – œuvre".getBytes(Charset.forName("windows-1252")));
    assertThat(Table.read(utf8).rows().getFirst().get("nom")).isEqualTo("Réfugiés 难民");
    assertThat(Table.read(windows).rows().getFirst().get("nom")).isEqualTo("Réfugiés – œuvre");
  }

  @Test
  void numbersRowsAsASpreadsheetDoesAlsoBelowLinesThatHoldNothing() throws IOException {
    Table table = Table.parse("id,text\n1,a\n\n,\n2,b\n");
    assertThat(table.rows()).extracting(Row::number).containsExactly(2L, 5L);
  }

  @Test
  void linesThatHoldNothingMayStandAboveTheHeader() throws IOException {
    Table table = Table.parse("\r\n\r\nid,text\r\n1,a\r\n");
    assertThat(table.headers()).containsExactly("id", "text");
    assertThat(table.rows()).containsExactly(new Row(4, Map.of("id", "1", "text", "a")));
  }

  @Test
  void aHeaderAloneIsATableWithoutRows() throws IOException {
    assertThat(Table.parse("id;text\n")).isEqualTo(new Table(List.of("id", "text"), List.of()));
    assertThat(Table.parse("")).isEqualTo(new Table(List.of(), List.of()));
  }

  @Test
  void missingCellsAreEmptyAndSurplusOnesAreLeftOut() throws IOException {
    List<Row> rows = Table.parse("a,b\n1\n1,2,3").rows();
    assertThat(rows).extracting(row -> row.get("b")).containsExactly("", "2");
    assertThat(rows.get(1).cells()).containsOnlyKeys("a", "b");
  }

  @Test
  void cellsAreStrippedAndUnknownColumnsAreEmpty() throws IOException {
    Row row = Table.parse("a,b\n  x  ,y").rows().getFirst();
    assertThat(row.get("a")).isEqualTo("x");
    assertThat(row.get("c")).isEmpty();
  }

  @Test
  void saysWhenAColumnComesTwice() {
    assertThatThrownBy(() -> Table.parse("a,a\n1,2"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a CSV file");
  }

  @Test
  void saysWhichColumnsThereAre() throws IOException {
    Table table = Table.parse("a,b\n1,2");
    assertThat(table.has("b")).isTrue();
    assertThat(table.has("B")).isFalse();
  }
}

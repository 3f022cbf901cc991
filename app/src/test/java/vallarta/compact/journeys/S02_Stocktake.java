package vallarta.compact.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vallarta.compact.cli.CommandLineRun;
import vallarta.compact.table.Row;
import vallarta.compact.table.Table;

/// A newcomer takes stock of files of their own, without a server; the same files in the store give
/// the same matrix.
class S02_Stocktake {

  @TempDir static Path folder;

  private static Path inputs;
  private static Path out;
  private static CommandLineRun run;

  @BeforeAll
  static void takeStock() throws IOException {
    inputs = Files.createDirectories(folder.resolve("inputs"));
    out = folder.resolve("out");
    Files.writeString(
        inputs.resolve("a.txt"),
        """
        Community dimension

        The community dimension group highlighted that every town should teach newcomers its language.

        We are concerned about trafficking in persons.
        """);
    Files.writeString(
        inputs.resolve("b.csv"),
        """
        text,stakeholder,stakeholder_type
        Every government should end the immigration detention of children.,Lantern Network,ngo
        Every government should end the immigration detention of children!,Lantern Network,ngo
        "Every government should end the immigration detention of children, please.",City of Ferrenhaven,local-authority
        =HYPERLINK is not a formula here: States should publish data on migration.,Lantern Network,ngo
        """);
    run = CommandLineRun.of("stocktake", inputs.toString(), "--out", out.toString(), "--json");
  }

  @Test
  void writesEveryTable() throws IOException {
    assertThat(run.code()).as(run.talk()).isZero();
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "report.html",
              "statements.csv",
              "matrix.csv",
              "coverage.csv",
              "groups.csv",
              "inputs.csv",
              "stocktake.xlsx",
              "stocktake.json");
    }
    assertThat(Files.readAllLines(out.resolve("statements.csv")).getFirst())
        .isEqualTo(
            "id,input,row,page,start,end,language,kind,speaker,dimensions,themes,group,text,addressee,submitter,submitter_type,region,consultation,paragraph,own_ref,told_by");
  }

  @Test
  void printsItsSummaryAsData() {
    JsonNode summary = JsonMapper.shared().readTree(run.out());
    assertThat(summary.get("inputs").asInt()).isEqualTo(2);
    assertThat(summary.get("statements").asInt()).isEqualTo(6);
    assertThat(summary.get("groups").asInt()).isEqualTo(4);
  }

  @Test
  void takesTheDimensionFromTheContext() throws IOException {
    Row taught = statement("teach newcomers");
    assertThat(taught.get("kind")).isEqualTo("ask");
    assertThat(taught.get("dimensions")).isEqualTo("community");
    assertThat(statement("trafficking").get("dimensions")).isEqualTo("community");
    assertThat(statement("trafficking").get("kind")).isEqualTo("concern");
  }

  @Test
  void countsThreeCopiesOfTwoVoicesAsTwo() throws IOException {
    Row group =
        Table.read(out.resolve("groups.csv")).rows().stream()
            .filter(it -> it.get("text").contains("detention"))
            .findFirst()
            .orElseThrow();
    assertThat(group.get("statements")).isEqualTo("3");
    assertThat(group.get("submitters")).isEqualTo("2");
  }

  @Test
  void leavesNoCellThatASpreadsheetWouldRun() throws IOException {
    assertThat(Files.readString(out.resolve("statements.csv")))
        .contains("'=HYPERLINK")
        .doesNotContain(",=HYPERLINK");
  }

  @Test
  void theReportNeedsNothingElse() throws IOException {
    String report = Files.readString(out.resolve("report.html"));
    assertThat(report).startsWith("<!doctype html>").contains("<style>", "detention of children");
    assertThat(report).doesNotContain("<script", "src=\"http", "href=\"/");
  }

  @Test
  void theStoreGivesTheSameMatrix() throws IOException {
    String data = folder.resolve("data").toString();
    CommandLineRun imported =
        CommandLineRun.of("import", "inputs", inputs.toString(), "--data", data);
    assertThat(imported.code()).as(imported.talk()).isZero();
    Path stored = folder.resolve("matrix.csv");
    CommandLineRun exported =
        CommandLineRun.of("export", "matrix", "--data", data, "--out", stored.toString());
    assertThat(exported.code()).as(exported.talk()).isZero();
    assertThat(stored).hasSameTextualContentAs(out.resolve("matrix.csv"));
  }

  @Test
  void aThesaurusOfOnesOwnTakesTheGivenOnesPlace() throws IOException {
    Path mine = folder.resolve("thesaurus");
    String data = folder.resolve("other").toString();
    assertThat(
            CommandLineRun.of("export", "thesaurus", "--out", mine.toString(), "--data", data)
                .code())
        .isZero();
    List<String> terms =
        Files.readAllLines(mine.resolve("terms.csv")).stream()
            .filter(it -> !it.startsWith("trafficking,en"))
            .toList();
    Files.write(mine.resolve("terms.csv"), terms);
    Path again = folder.resolve("again");
    CommandLineRun other =
        CommandLineRun.of(
            "stocktake",
            inputs.toString(),
            "--out",
            again.toString(),
            "--thesaurus",
            mine.toString());
    assertThat(other.code()).as(other.talk()).isZero();
    assertThat(statement("trafficking").get("themes")).contains("trafficking");
    assertThat(Files.readString(again.resolve("statements.csv")))
        .doesNotContain(";trafficking", ",trafficking,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demo",
        "serve",
        "import",
        "import inputs",
        "import statements",
        "import thesaurus",
        "stocktake",
        "export",
        "export matrix"
      })
  void everyCommandExplainsItself(String command) {
    String[] words = (command + " --help").strip().split(" ");
    CommandLineRun help = CommandLineRun.of(words);
    assertThat(help.code()).isZero();
    assertThat(help.out()).startsWith("Usage: vallarta " + command);
  }

  @Test
  void tellsItsVersion() {
    assertThat(CommandLineRun.of("--version").out()).matches("vallarta \\d+\\.\\d+\\.\\d+.*\\R");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-such-command",
        "stocktake",
        "stocktake x",
        "import",
        "import inputs --no-such-option x"
      })
  void aWrongCallEndsWithTwo(String command) {
    CommandLineRun wrong = CommandLineRun.of(command.split(" "));
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.out()).isEmpty();
    assertThat(wrong.talk()).isNotEmpty();
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    CommandLineRun wrong =
        CommandLineRun.of("stocktake", folder.resolve("nowhere").toString(), "--out", "x");
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.talk()).contains("there is no file or folder", "nowhere");
  }

  private static Row statement(String words) throws IOException {
    return Table.read(out.resolve("statements.csv")).rows().stream()
        .filter(it -> it.get("text").contains(words))
        .findFirst()
        .orElseThrow();
  }
}

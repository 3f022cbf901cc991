package vallarta.compact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vallarta.compact.language.Language;
import vallarta.compact.language.Texts;
import vallarta.compact.language.Words;
import vallarta.compact.table.ImportResult;
import vallarta.compact.table.Problem;
import vallarta.compact.table.Problem.Rule;

/// How the options of an import are read and its result is told.
class ImportOptionsTest {

  private static final Problem PROBLEM =
      new Problem("t.csv", 3, "type", "guild", Rule.NOT_IN_LIST, List.of("ngo", "union"));

  @Command(name = "test")
  private static final class Both {
    @Mixin private ImportOptions options = new ImportOptions();
    @Mixin private DataOptions data = new DataOptions();
  }

  private final Both command = new Both();
  private final StringWriter out = new StringWriter();
  private final StringWriter talk = new StringWriter();
  private final CommandLine line =
      new CommandLine(command).setOut(new PrintWriter(out)).setErr(new PrintWriter(talk));
  private final Locale before = Locale.getDefault();

  @BeforeEach
  void inEnglish() {
    Locale.setDefault(Locale.ENGLISH);
  }

  @AfterEach
  void asBefore() {
    Locale.setDefault(before);
  }

  @Test
  void nothingIsSetByItself() {
    line.parseArgs();
    assertThat(command.options.dryRun()).isFalse();
    assertThat(command.options.skipBadRows()).isFalse();
    assertThat(command.data.json()).isFalse();
    assertThat(command.data.data()).isNull();
  }

  @Test
  void readsItsOptions() {
    line.parseArgs("--dry-run", "--skip-bad-rows", "--json", "--data=here");
    assertThat(command.options.dryRun()).isTrue();
    assertThat(command.options.skipBadRows()).isTrue();
    assertThat(command.data.json()).isTrue();
    assertThat(command.data.data()).hasFileName("here");
  }

  @Test
  void allIsWellWithoutProblems() {
    assertThat(tell(List.of(), false)).isZero();
    assertThat(talk.toString()).contains("statements: 4 rows or files, 3 new or changed");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void problemsStopAnImportAndAreToldOnStandardError() {
    assertThat(tell(List.of(PROBLEM), false)).isEqualTo(1);
    assertThat(talk.toString())
        .contains(
            "t.csv: Row 3, column type: “guild” is not one of the values of this column. Use one of: ngo, union.")
        .contains("--skip-bad-rows");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void problemsMayBeSkipped() {
    assertThat(tell(List.of(PROBLEM), false, "--skip-bad-rows")).isZero();
    assertThat(talk.toString()).contains("3 new or changed, 1 with a problem");
  }

  @Test
  void aDryRunWithProblemsFailsEvenWhereTheyWouldBeSkipped() {
    assertThat(tell(List.of(PROBLEM), true, "--dry-run", "--skip-bad-rows")).isEqualTo(1);
    assertThat(talk.toString()).contains("dry run");
  }

  @Test
  void jsonGoesToStandardOutputWithEachProblemInFull() {
    assertThat(tell(List.of(PROBLEM), false, "--json")).isEqualTo(1);
    JsonNode json = JsonMapper.shared().readTree(out.toString());
    assertThat(json.get("rows").asInt()).isEqualTo(4);
    assertThat(json.get("dryRun").asBoolean()).isFalse();
    JsonNode problem = json.get("problems").get(0);
    assertThat(problem.get("file").asString()).isEqualTo("t.csv");
    assertThat(problem.get("row").asInt()).isEqualTo(3);
    assertThat(problem.get("rule").asString()).isEqualTo("not-in-list");
    assertThat(problem.get("allowed").get(1).asString()).isEqualTo("union");
    assertThat(problem.get("message").asString()).contains("Use one of");
  }

  @Test
  void afterFiftyProblemsTheRestIsCounted() {
    tell(Collections.nCopies(53, PROBLEM), false);
    assertThat(talk.toString().lines().filter(it -> it.startsWith("t.csv: "))).hasSize(50);
    assertThat(talk.toString()).contains("… and 3 more problems.");
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void everyRuleIsASentenceWithAFixInEveryLanguage(Rule rule) {
    for (Language language : Language.values()) {
      Words words = Texts.load().in(language);
      for (List<String> allowed : List.of(List.<String>of(), List.of("x1", "x2"))) {
        assertThat(Problems.words(words, new Problem(7, "type", "guild", rule, allowed)))
            .as(language + " " + rule)
            .contains("7", "type", "guild")
            .doesNotContain("{", "cli.import");
      }
    }
  }

  private int tell(List<Problem> problems, boolean dryRun, String... args) {
    line.parseArgs(args);
    return command.options.tell(
        line, command.data, new ImportResult("statements", 4, 3, problems, dryRun));
  }
}

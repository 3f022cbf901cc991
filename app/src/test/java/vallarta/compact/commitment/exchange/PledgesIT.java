package vallarta.compact.commitment.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vallarta.compact.cli.CommandLineRun;
import vallarta.compact.table.Row;
import vallarta.compact.table.Table;
import vallarta.testkit.SharedData;

/// What States really pledged, as others publish it, comes in by the command; and so does what was
/// recommended to them, which a commitment then answers.
@TestMethodOrder(OrderAnnotation.class)
class PledgesIT {

  @TempDir static Path folder;

  @Test
  @Order(1)
  void aDryRunOfAForeignTableFindsNothingWrong() {
    CommandLineRun run = pledges("--dry-run");
    assertThat(run.code()).as(run.talk()).isZero();
    assertThat(run.talk()).contains("474 rows or files checked, 0 with a problem", "dry run");
    assertThat(exported().rows()).isEmpty();
  }

  @Test
  @Order(2)
  void theWordsOfStatesComeInAsTheyAreAndOnce() throws IOException {
    CommandLineRun run = pledges();
    assertThat(run.code()).as(run.talk()).isZero();
    assertThat(run.talk()).contains("474 new or changed");
    Table out = exported();
    assertThat(out.rows()).hasSize(474);
    List<String> said =
        Table.read(SharedData.get("statements/voluntary-pledges.csv")).rows().stream()
            .map(it -> it.get("Text"))
            .toList();
    assertThat(out.rows()).extracting(it -> it.get("text")).containsExactlyElementsOf(said);
    assertThat(out.rows())
        .allSatisfy(it -> assertThat(it.get("obligation")).isEqualTo("voluntary-pledge"))
        .allSatisfy(it -> assertThat(it.get("historical")).isEqualTo("true"))
        .allSatisfy(it -> assertThat(it.get("title")).isNotEmpty())
        .allSatisfy(it -> assertThat(it.get("actors")).matches("[A-Z]{3}"))
        .allSatisfy(it -> assertThat(it.get("missing")).contains("deadline"));
    CommandLineRun again = pledges();
    assertThat(again.talk()).contains(" 0 new or changed");
  }

  @Test
  @Order(3)
  void whatWasRecommendedIsWhatACommitmentAnswers() throws IOException {
    Path recommended = folder.resolve("recommended.csv");
    String all =
        Files.readString(SharedData.get("statements/10-13.csv"), StandardCharsets.ISO_8859_1);
    String[] lines = all.split("\r");
    Files.writeString(recommended, String.join("\n", List.of(lines).subList(0, 30)));
    CommandLineRun in =
        run(
            "import",
            "statements",
            recommended.toString(),
            "--map",
            "text=Text",
            "--map",
            "stakeholder=From",
            "--map",
            "addressee=To",
            "--language",
            "en");
    assertThat(in.code()).as(in.talk()).isZero();
    Row statement = table("statements").rows().getFirst();
    assertThat(statement.get("text")).contains("Rome Statute");
    Row pledge = exported().rows().getFirst();
    Path answers = folder.resolve("answers.csv");
    Files.writeString(
        answers, "id,sources\n%s,%s\n".formatted(pledge.get("id"), statement.get("id")));
    CommandLineRun silent = run("import", "commitments", answers.toString());
    assertThat(silent.code()).isEqualTo(1);
    assertThat(silent.talk()).contains("column reason");
    CommandLineRun linked =
        run("import", "commitments", answers.toString(), "--reason", "It answers this");
    assertThat(linked.code()).as(linked.talk()).isZero();
    assertThat(exported().rows().getFirst().get("sources")).isEqualTo(statement.get("id"));
    Files.writeString(answers, "id,sources\n%s,\n".formatted(pledge.get("id")));
    CommandLineRun unlinking =
        run("import", "commitments", answers.toString(), "--reason", "By mistake");
    assertThat(unlinking.code()).isEqualTo(1);
    assertThat(unlinking.talk())
        .contains("Row 2, column sources", "silently remove", statement.get("id"));
    assertThat(exported().rows().getFirst().get("sources")).isEqualTo(statement.get("id"));
  }

  private static CommandLineRun pledges(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "import",
                "commitments",
                SharedData.get("statements/voluntary-pledges.csv").toString(),
                "--map",
                "actors=To",
                "--map",
                "text=Text",
                "--map",
                "obligation=Response",
                "--language",
                "en",
                "--register",
                "--historical",
                "--publish"));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  private static Table exported() {
    return table("commitments");
  }

  private static Table table(String what) {
    Path out = folder.resolve("out.csv");
    CommandLineRun run = run("export", what, "--out", out.toString());
    assertThat(run.code()).as(run.talk()).isZero();
    try {
      return Table.open(out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static CommandLineRun run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--data", folder.resolve("data").toString()));
    return CommandLineRun.of(all.toArray(String[]::new));
  }
}

package vallarta.compact.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vallarta.compact.cli.CommandLineRun;
import vallarta.compact.consultation.reading.HostileDocuments;
import vallarta.compact.table.Row;
import vallarta.compact.table.Table;

/// A folder with files that are broken, locked, packed to burst or not what they say is imported to
/// its end: each is an input with a plain status, and the good one among them is read.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class C02_HostileInputs {

  @TempDir static Path folder;

  private static Path inputs;
  private static Map<String, String> statusByName;
  private static CommandLineRun run;

  @BeforeAll
  static void importThem() throws IOException {
    inputs = Files.createDirectories(folder.resolve("inputs"));
    statusByName = HostileDocuments.writeInto(inputs);
    Files.writeString(
        inputs.resolve("annex\\..\\..\\good.txt"),
        "We ask every government to end the detention of migrant children.\n");
    Files.writeString(folder.resolve("secret.txt"), "States should not read this.\n");
    Files.createSymbolicLink(inputs.resolve("link.txt"), folder.resolve("secret.txt"));
    run = run("import", "inputs", inputs.toString());
  }

  @Test
  void eachEndsAsAnInputWithItsStatus() throws IOException {
    assertThat(run.code()).as(run.talk()).isZero();
    List<Row> kept = kept();
    assertThat(kept).hasSize(statusByName.size() + 1);
    statusByName.forEach((name, status) ->
        assertThat(kept)
            .as(name)
            .filteredOn(it -> it.get("file").equals(name))
            .singleElement()
            .satisfies(it -> {
              assertThat(it.get("status")).as(it.get("reason")).isEqualTo(status);
              assertThat(it.get("sha256")).matches("[0-9a-f]{64}");
              assertThat(it.get("statements")).isEqualTo("0");
            }));
  }

  @Test
  void aNameThatClimbsOutOfItsFolderIsShownWithoutItsPath() throws IOException {
    assertThat(kept())
        .filteredOn(it -> it.get("status").equals("read"))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.get("file")).isEqualTo("good.txt");
          assertThat(it.get("statements")).isEqualTo("1");
        });
  }

  @Test
  void nothingOfTheMachineIsTold() throws IOException {
    assertThat(run.out() + run.talk()).doesNotContain("Exception", "\tat ", folder.toString());
    assertThat(kept())
        .extracting(it -> it.get("reason"))
        .allSatisfy(it -> assertThat(it).doesNotContain("Exception", "\n", "java."));
  }

  @Test
  void aSecondRunChangesNothing() throws IOException {
    List<Row> before = kept();
    CommandLineRun again = run("import", "inputs", inputs.toString());
    assertThat(again.code()).isZero();
    assertThat(again.talk()).contains("0 new or changed");
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void neitherALinkNorAManifestReachesAFileOutsideOfTheFolder() throws IOException {
    Path manifest = folder.resolve("manifest.csv");
    Files.writeString(manifest, "file,title\n../secret.txt,Taken\n");
    List<Row> before = kept();
    assertThat(before).extracting(it -> it.get("file")).doesNotContain("link.txt", "secret.txt");
    CommandLineRun wrong =
        run("import", "inputs", inputs.toString(), "--manifest", manifest.toString());
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.talk()).contains("Row 2, column file: “../secret.txt”");
    assertThat(kept()).isEqualTo(before);
  }

  private static List<Row> kept() throws IOException {
    Path out = folder.resolve("inputs-out.csv");
    CommandLineRun export = run("export", "inputs", "--out", out.toString());
    assertThat(export.code()).as(export.talk()).isZero();
    return Table.read(out).rows();
  }

  private static CommandLineRun run(String command, String what, String... more) {
    String[] words = new String[more.length + 4];
    words[0] = command;
    words[1] = what;
    System.arraycopy(more, 0, words, 2, more.length);
    words[more.length + 2] = "--data";
    words[more.length + 3] = folder.resolve("data").toString();
    return CommandLineRun.of(words);
  }
}

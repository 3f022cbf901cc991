package vallarta.compact.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vallarta.compact.cli.CommandLineRun;

/// A secretariat imports its register and a folder of inputs: first dry, then in earnest, then once
/// more.
@TestMethodOrder(OrderAnnotation.class)
class C01_ImportOfInputs {

  @TempDir static Path folder;

  private static Path inputs;

  @BeforeAll
  static void writeInputs() throws IOException {
    inputs = Files.createDirectories(folder.resolve("inputs"));
    Files.writeString(
        inputs.resolve("position.txt"),
        """
        Position of the Harbour Network

        1. States should end the detention of migrant children.

        2. We are concerned about the rise of xenophobia in the media.
        """);
    Files.writeString(
        inputs.resolve("copy.md"),
        """
        Position of the Harbour Network

        1. States should end the detention of migrant children.

        2. We are concerned about the rise of xenophobia in the media.
        """);
    Files.writeString(
        inputs.resolve("prise-de-position.md"),
        "# Position\n\nLes États devraient mettre fin à la détention des enfants migrants.\n");
    Files.writeString(inputs.resolve("broken.pdf"), "%PDF-1.7 and then nothing of the kind");
    Files.write(inputs.resolve("renamed.docx"), new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    Files.writeString(
        folder.resolve("consultations.csv"),
        """
        ref,type,title,starts,ends,zone
        N-1,national-consultation,Consultation of Aurelia,2017-10-10T09:00,2017-10-11T17:00,America/Guatemala
        """);
    Files.writeString(
        folder.resolve("manifest.csv"),
        """
        file,title,consultation,stakeholder,stakeholder_type,region_m49,language,licence,consent
        position.txt,Position of the Harbour Network,N-1,Harbour Network,ngo,013,en,CC BY 4.0,publish
        prise-de-position.md,,N-1,Réseau du Port,ngo,013,,CC BY 4.0,withheld
        """);
  }

  @Test
  @Order(1)
  void tellsRowColumnValueRuleAndFixOfAProblemAndWritesNothing() throws IOException {
    Path bad = folder.resolve("bad.csv");
    Files.writeString(
        bad,
        """
        ref,type,title,starts,ends,zone
        N-1,national-consultation,Consultation of Aurelia,31/02/2017,,America/Guatemala
        N-2,village-meeting,Another,,,
        """);
    CommandLineRun run = run("import", "consultations", bad.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.talk())
        .contains("Row 2, column starts: “31/02/2017” is not a date.")
        .contains("Row 3, column type: “village-meeting” is not one of the values")
        .contains("national-consultation");
    assertThat(lines("consultations")).isEmpty();
  }

  @Test
  @Order(2)
  void writesNothingInADryRun() throws IOException {
    assertThat(
            run("import", "consultations", folder.resolve("consultations.csv").toString()).code())
        .isZero();
    CommandLineRun dry = importInputs("--dry-run");
    assertThat(dry.code()).as(dry.talk()).isZero();
    assertThat(dry.talk()).contains("Nothing was written: this was a dry run.");
    assertThat(lines("inputs")).isEmpty();
  }

  @Test
  @Order(3)
  void keepsEachFileOnceWithWhatBecameOfIt() throws IOException {
    CommandLineRun run = importInputs();
    assertThat(run.code()).as(run.talk()).isZero();
    List<String> kept = lines("inputs");
    assertThat(kept).hasSize(4);
    assertThat(kept)
        .anySatisfy(it -> assertThat(it).contains("broken.pdf").contains(",broken,"))
        .anySatisfy(it -> assertThat(it).contains("renamed.docx").doesNotContain(",read,"))
        .anySatisfy(it ->
            assertThat(it)
                .contains("Position of the Harbour Network", "en,declared", "ngo", "013", "N-1"))
        .anySatisfy(it -> assertThat(it).contains("fr,detected", "withheld"));
  }

  @Test
  @Order(4)
  void keepsTheBytesByTheirHash() throws IOException {
    String kept =
        lines("inputs").stream().filter(it -> it.contains("broken.pdf")).findFirst().orElseThrow();
    String hash = Stream.of(kept.split(",")).filter(it -> it.length() == 64).findFirst().get();
    try (Stream<Path> files = Files.walk(folder.resolve("data").resolve("inputs"))) {
      Path file =
          files.filter(it -> it.getFileName().toString().contains(hash)).findFirst().orElseThrow();
      assertThat(file).hasSameBinaryContentAs(inputs.resolve("broken.pdf"));
    }
  }

  @Test
  @Order(5)
  void publishesNoWordsWithoutConsent() throws IOException {
    assertThat(lines("statements"))
        .hasSize(2)
        .allSatisfy(it -> assertThat(it).contains("Harbour Network"))
        .anySatisfy(it -> assertThat(it).contains(",ask,").contains("children"))
        .anySatisfy(it -> assertThat(it).contains(",concern,").contains("xenophobia"));
  }

  @Test
  @Order(6)
  void changesNothingInASecondRun() throws IOException {
    List<String> before = lines("inputs");
    CommandLineRun again = importInputs();
    assertThat(again.code()).isZero();
    assertThat(again.talk()).contains("0 new or changed");
    assertThat(lines("inputs")).isEqualTo(before);
    CommandLineRun register =
        run("import", "consultations", folder.resolve("consultations.csv").toString());
    assertThat(register.talk()).contains("0 new or changed");
  }

  @Test
  @Order(7)
  void tellsOfAManifestThatNamesAFileThatIsNotThere() throws IOException {
    Path wrong = folder.resolve("wrong.csv");
    Files.writeString(wrong, "file,language\nnobody.txt,en\nposition.txt,xx\n");
    CommandLineRun run = run("import", "inputs", inputs.toString(), "--manifest", wrong.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.talk())
        .contains("Row 2, column file: “nobody.txt”")
        .contains("Row 3, column language: “xx”");
  }

  private static CommandLineRun importInputs(String... more) {
    String[] all =
        Stream.concat(
                Stream.of(
                    "import",
                    "inputs",
                    inputs.toString(),
                    "--manifest",
                    folder.resolve("manifest.csv").toString()),
                Stream.of(more))
            .toArray(String[]::new);
    return run(all);
  }

  private static CommandLineRun run(String... args) {
    return CommandLineRun.of(
        Stream.concat(Stream.of(args), Stream.of("--data", folder.resolve("data").toString()))
            .toArray(String[]::new));
  }

  private static List<String> lines(String table) throws IOException {
    Path out = folder.resolve(table + "-out.csv");
    CommandLineRun run = run("export", table, "--out", out.toString());
    assertThat(run.code()).as(run.talk()).isZero();
    List<String> lines = Files.readAllLines(out);
    return lines.subList(1, lines.size());
  }
}

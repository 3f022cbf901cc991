package vallarta.compact.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vallarta.compact.cli.CommandLineRun;
import vallarta.compact.cli.RunningServer;
import vallarta.compact.table.Table;

/// A folder that was imported is served: its matrix is the one that stocktaking without a server
/// finds, and files come in over the web only where that is allowed.
@TestMethodOrder(OrderAnnotation.class)
class S03_OneFolderOnTheWeb {

  private static final String WORDS =
      "We ask every government to end the detention of migrant children.\n";

  @TempDir static Path folder;

  @Test
  @Order(1)
  void theMatrixOfTheWebIsTheMatrixOfTheCommand() throws Exception {
    Path inputs = Files.createDirectories(folder.resolve("inputs"));
    Files.writeString(inputs.resolve("a.txt"), WORDS);
    Files.writeString(
        inputs.resolve("b.csv"),
        """
        text,stakeholder,stakeholder_type
        We are concerned about trafficking in persons.,Lantern Network,ngo
        Every government should end the detention of migrant children.,City of Ferrenhaven,local-authority
        Every government should end the detention of migrant children.,Lantern Network,ngo
        """);
    Path out = folder.resolve("out");
    succeed("stocktake", inputs.toString(), "--out", out.toString());
    succeed("import", "inputs", inputs.toString(), "--data", data().toString());
    Table alone = Table.read(out.resolve("matrix.csv"));
    assertThat(alone.rows()).anyMatch(it -> it.get("theme").equals("trafficking"));
    try (RunningServer server = RunningServer.over(data(), false)) {
      Table served = Table.parse(server.fetch("/en/matrix.csv").body());
      assertThat(served.headers()).isEqualTo(alone.headers());
      assertThat(served.rows()).isEqualTo(alone.rows());
    }
  }

  @Test
  @Order(2)
  void nobodyUploadsWhereItIsServed() throws Exception {
    try (RunningServer server = RunningServer.over(data(), false)) {
      HttpResponse<String> page = server.fetch("/en/import");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("vallarta import inputs").doesNotContain("type=\"file\"");
      HttpResponse<String> refused = server.upload("/en/import", "new.txt", "States should act.");
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("<h1").doesNotContain("Exception");
      assertThat(inputs(server)).isEqualTo(2);
    }
  }

  @Test
  @Order(3)
  void anUploadedFileIsOneInputHoweverOftenAndUnderWhateverName() throws Exception {
    try (RunningServer server = RunningServer.over(data(), true)) {
      assertThat(server.fetch("/en/import").body()).contains("type=\"file\"");
      HttpResponse<String> first =
          server.upload("/en/import", "../../climber.txt", "States should publish the fees.\n");
      assertThat(first.statusCode()).as(first.body()).isIn(302, 303);
      String address = first.headers().firstValue("Location").orElseThrow();
      assertThat(address).contains("/en/inputs/I-");
      String page = server.fetch(address.substring(address.indexOf("/en/"))).body();
      assertThat(page).contains("climber.txt").doesNotContain("../");
      HttpResponse<String> again =
          server.upload("/en/import", "other.txt", "States should publish the fees.\n");
      assertThat(again.headers().firstValue("Location")).contains(address);
      assertThat(inputs(server)).isEqualTo(3);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files).noneMatch(it -> it.getFileName().toString().contains("climber"));
    }
  }

  private static long inputs(RunningServer server) throws IOException, InterruptedException {
    return Table.parse(server.fetch("/en/inputs.csv").body()).rows().size();
  }

  private static Path data() {
    return folder.resolve("data");
  }

  private static void succeed(String... words) {
    CommandLineRun run = CommandLineRun.of(words);
    assertThat(run.code()).as("%s: %s", List.of(words), run.talk()).isZero();
  }
}

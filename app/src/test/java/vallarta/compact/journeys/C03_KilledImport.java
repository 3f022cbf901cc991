package vallarta.compact.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vallarta.compact.cli.CommandLineRun;
import vallarta.compact.cli.TestServer;
import vallarta.compact.store.HeldTable;

/// An import that is killed at four moments, two of them inside of its transaction, is whole or
/// absent each time, the next start recovers by itself, and in the end one more run completes it.
@TestMethodOrder(OrderAnnotation.class)
class C03_KilledImport {

  private static final int ROWS = 4_000;

  @TempDir static Path folder;

  @Test
  @Order(1)
  void isWholeOrAbsentWhereverItIsKilled() throws Exception {
    assumeThat(TestServer.isNamed()).as("a data folder of its own").isFalse();
    Path table = table();
    Path data = folder.resolve("data");
    Path log = data.resolve("postgres.log");
    killWhen("the database is up", table, () -> contains(log, "ready to accept"), 0);
    assertThat(rows()).isZero();
    killWhileWriting("consultation.statement", table, log);
    assertThat(rows()).as("killed before the statements").isZero();
    killWhileWriting("consultation.suggestion", table, log);
    assertThat(rows()).as("killed between the statements and their codes").isZero();
    killWhen("the rows are written", table, () -> contains(talk(), "1 of 1"), 350);
    assertThat(rows()).as(Files.readString(talk())).isIn(0, ROWS);

    CommandLineRun again = run(table);
    assertThat(again.code()).as(again.talk()).isZero();
    assertThat(rows()).isEqualTo(ROWS);
    CommandLineRun onceMore = run(table);
    assertThat(onceMore.talk()).contains("0 new or changed");
    assertThat(rows()).isEqualTo(ROWS);
  }

  private static void killWhen(String moment, Path table, BooleanSupplier reached, long laterMillis)
      throws Exception {
    Process process = start(table);
    await(moment, process, reached);
    Thread.sleep(laterMillis);
    process.destroyForcibly().waitFor();
  }

  /// Kills it where its transaction is open and the next to be written is that table.
  private static void killWhileWriting(String next, Path table, Path log) throws Exception {
    Process process = start(table);
    await("the database is up", process, () -> contains(log, "ready to accept"));
    try (HeldTable held = HeldTable.in(folder.resolve("data"), next)) {
      assertThat(held.isWanted(60)).as("%s: %s", next, Files.readString(talk())).isTrue();
      assertThat(process.isAlive()).isTrue();
      process.destroyForcibly().waitFor();
    }
  }

  private static Process start(Path table) throws IOException {
    Files.deleteIfExists(talk());
    Files.deleteIfExists(folder.resolve("data").resolve("postgres.log"));
    return CommandLineRun.start(
        talk().toFile(),
        "import",
        "statements",
        table.toString(),
        "--data",
        folder.resolve("data").toString());
  }

  private static void await(String moment, Process process, BooleanSupplier reached)
      throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (process.isAlive() && !reached.getAsBoolean() && System.nanoTime() < deadline) {
      Thread.sleep(5);
    }
    assertThat(reached.getAsBoolean()).as("%s: %s", moment, Files.readString(talk())).isTrue();
  }

  /// How many statements the store holds, by a start that finds what the killed one left; the input
  /// is there when they are.
  private static int rows() throws IOException {
    int statements = exported("statements");
    assertThat(exported("inputs"))
        .as("inputs with %d statements", statements)
        .isEqualTo(statements == 0 ? 0 : 1);
    return statements;
  }

  private static int exported(String table) throws IOException {
    Path out = folder.resolve("out.csv");
    CommandLineRun run =
        CommandLineRun.of(
            "export", table, "--data", folder.resolve("data").toString(), "--out", out.toString());
    assertThat(run.code()).as(run.talk()).isZero();
    return Files.readAllLines(out).size() - 1;
  }

  private static CommandLineRun run(Path table) {
    return CommandLineRun.of(
        "import", "statements", table.toString(), "--data", folder.resolve("data").toString());
  }

  private static Path talk() {
    return folder.resolve("talk.txt");
  }

  private static boolean contains(Path file, String words) {
    try {
      return Files.exists(file) && Files.readString(file).contains(words);
    } catch (IOException e) {
      return false;
    }
  }

  private static Path table() throws IOException {
    StringBuilder rows = new StringBuilder("ref,text,stakeholder\n");
    for (int i = 0; i < ROWS; i++) {
      rows.append(
          "r%d,Aurelia should open school number %d to the children of migrants.,Voice %d%n"
              .formatted(i, i, i % 97));
    }
    return Files.writeString(folder.resolve("statements.csv"), rows);
  }
}

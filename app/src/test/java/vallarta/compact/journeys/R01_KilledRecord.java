package vallarta.compact.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vallarta.compact.cli.CommandLineRun;
import vallarta.compact.cli.RunningServer;
import vallarta.compact.cli.TestServer;
import vallarta.compact.store.HeldTable;

/// An import is killed before its entries are written, and after the log promised them but before
/// the database knows: the next start goes on where it was, and every entry is there once.
class R01_KilledRecord {

  private static final int ROWS = 300;

  @TempDir static Path folder;

  @Test
  void hasEachEntryOnceWhereverItWasKilled() throws Exception {
    assumeThat(TestServer.isNamed()).as("a data folder of its own").isFalse();
    Path table = table();
    CommandLineRun first =
        CommandLineRun.of(
            "export", "inputs", "--data", data().toString(), "--out", talk().toString());
    assertThat(first.code()).as(first.talk()).isZero();
    assertThat(log()).as("a command that publishes nothing begins no log").doesNotExist();
    killWhileWriting("record.entry", table);
    killWhileWriting("record.checkpoint", table);
    List<String> promised = Files.readAllLines(log().resolve("checkpoint"));
    // One voice, one input and its statements.
    assertThat(promised.get(1)).isEqualTo(Integer.toString(ROWS + 2));

    try (RunningServer server = RunningServer.over(data(), false)) {
      assertThat(server.fetch("/readyz").body()).isEqualTo("ready\n");
    }
    assertThat(Files.readAllLines(log().resolve("checkpoint")).subList(0, 3))
        .isEqualTo(promised.subList(0, 3));
    CommandLineRun check = CommandLineRun.of("record", "fsck", "--data", data().toString());
    assertThat(check.code()).as(check.out()).isZero();
    assertThat(check.out()).contains("%d entries, %<d of them in the log".formatted(ROWS + 2));
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data().resolve("record/key"))))
        .isEqualTo("rw-------");
  }

  /// Kills it where the next to be written is that table.
  private static void killWhileWriting(String next, Path table) throws Exception {
    Files.deleteIfExists(data().resolve("postgres.log"));
    Process process =
        CommandLineRun.start(
            talk().toFile(), "import", "statements", table.toString(), "--data", data().toString());
    awaitDatabase(process);
    try (HeldTable held = HeldTable.in(data(), next)) {
      assertThat(held.isWanted(60)).as("%s: %s", next, Files.readString(talk())).isTrue();
      assertThat(process.isAlive()).isTrue();
      process.destroyForcibly().waitFor();
    }
  }

  private static void awaitDatabase(Process process) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    Path log = data().resolve("postgres.log");
    while (process.isAlive()
        && !(Files.exists(log) && Files.readString(log).contains("ready to accept"))
        && System.nanoTime() < deadline) {
      Thread.sleep(5);
    }
    assertThat(process.isAlive()).as(Files.readString(talk())).isTrue();
  }

  private static Path data() {
    return folder.resolve("data");
  }

  private static Path log() {
    return data().resolve("record").resolve("log");
  }

  private static Path talk() {
    return folder.resolve("talk.txt");
  }

  private static Path table() throws IOException {
    StringBuilder rows = new StringBuilder("ref,text,stakeholder\n");
    for (int i = 0; i < ROWS; i++) {
      rows.append(
          "r%d,Aurelia should open school number %d to the children of migrants.,Lantern Network%n"
              .formatted(i, i));
    }
    return Files.writeString(folder.resolve("statements.csv"), rows);
  }
}

package vallarta.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log in a real process on a real disk, killed at random moments under load.
///
/// `-Dvallarta.kills=50` for more than the few of every build, `-Dvallarta.seed=N` for other
/// moments. A kill loses nothing that the operating system was given; that an acknowledgement
/// outlives a failure of power too is for [FsyncOrderTest] and [TileLogCrashTest].
final class KilledLogTest {

  private static final int KILLS = Integer.getInteger("vallarta.kills", 5);
  private static final long SEED = Long.getLong("vallarta.seed", 20_261_123);
  private static final int WRITERS = 200;
  private static final int LONGEST_LIFE_MILLIS = 700;

  private final LogKey key = LogKey.generate("example.org/killed");
  private final Random random = new Random(SEED);
  @TempDir private Path scratch;
  private Path folder;
  private LoadedLog log;

  @BeforeEach
  void prepare() throws IOException {
    folder = scratch.resolve("log");
    log = new LoadedLog(folder, Files.writeString(scratch.resolve("key"), key.encoded()));
  }

  @Test
  void keepsEveryAcknowledgedEntryAndEveryCheckpointHoweverOftenItIsKilled() throws Exception {
    long withoutAnswer = 0;
    int underWay = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      long sentBefore = log.sent();
      int promisedBefore = log.promised().size();
      log.start();
      log.load(WRITERS);
      Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
      log.kill();

      long lost = log.sent() - sentBefore - (log.promised().size() - promisedBefore);
      withoutAnswer += lost;
      underWay += lost > 0 ? 1 : 0;
      checkWhatIsLeft("after kill %d of seed %d".formatted(kill, SEED));
    }
    assertThat(underWay).as("kills while entries were under way").isGreaterThan(KILLS / 2);
    System.out.printf(
        "%d kills, %d of them with entries under way: %d entries acknowledged and there, %d of %d"
            + " without an answer entered, %d checkpoints read, all earlier states of the last%n",
        KILLS,
        underWay,
        log.promised().size(),
        checkpoint().size() - log.promised().size(),
        withoutAnswer,
        log.checkpoints().size());
    checkByGo();
  }

  private void checkWhatIsLeft(String when) throws IOException {
    assertThat(log.contradictions()).as(when).isEmpty();
    if (!Files.exists(folder.resolve("checkpoint"))) {
      assertThat(log.promised()).as(when).isEmpty();
      return;
    }
    DirectorySource files = new DirectorySource(folder);
    assertThat(new Fsck(files, List.of(key.verifier())).check(done -> {}).findings())
        .as(when)
        .isEmpty();
    Checkpoint newest = checkpoint();
    LogReader reader = new LogReader(files, newest.size());
    for (Map.Entry<Long, Hash> promise : log.promised().entrySet()) {
      assertThat(promise.getKey()).as(when).isLessThan(newest.size());
      assertThat(reader.leaf(promise.getKey()))
          .as("%s: leaf %d", when, promise.getKey())
          .isEqualTo(promise.getValue());
    }
    for (byte[] seen : log.checkpoints().values()) {
      SignedNote note = SignedNote.parse(seen);
      note.verify(List.of(key.verifier()));
      Checkpoint older = Checkpoint.parse(note.text());
      reader.consistency(older.size()).verify(older.root(), newest.root());
    }
  }

  private Checkpoint checkpoint() throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve("checkpoint"));
    return Checkpoint.parse(SignedNote.parse(bytes).text());
  }

  /// The same by Go's packages, where they are: every promised leaf at its index, all tiles and the
  /// root from the entries, every checkpoint that a client read.
  private void checkByGo() throws IOException {
    if (!GoPeer.installed()) {
      System.out.println("The Go peer is skipped: no Go with golang.org/x/mod here");
      return;
    }
    GoPeer.build();
    Path leaves = scratch.resolve("leaves");
    Files.write(
        leaves,
        log.promised().entrySet().stream().map(it -> it.getKey() + " " + it.getValue()).toList());
    List<String> options = new ArrayList<>(List.of("-leaves", leaves.toString()));
    for (Map.Entry<Long, byte[]> seen : log.checkpoints().entrySet()) {
      Path file = scratch.resolve("checkpoint." + seen.getKey());
      Files.write(file, seen.getValue());
      options.addAll(List.of("-older", file.toString()));
    }
    GoPeer.Result result =
        GoPeer.verify(folder, key.verifier().toString(), options.toArray(String[]::new));
    System.out.println("verifylog: " + result.line());
    assertThat(result.ok()).as(result.line()).isTrue();
    assertThat(result.line())
        .contains("leaves=" + log.promised().size(), "older=" + log.checkpoints().size());
  }
}

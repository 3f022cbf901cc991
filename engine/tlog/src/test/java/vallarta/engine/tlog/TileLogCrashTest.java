package vallarta.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A log whose machine loses power, or whose process is killed, before any step of its disk.
final class TileLogCrashTest {

  private static final Path ROOT = Path.of("/log");
  private static final LogKey KEY = LogKey.generate("example.org/record");
  private static final int[] APPENDS = {1, 2, 250, 3, 1, 300, 700, 1};

  @Test
  void promisesNothingThatIsNotThereWhereverThePowerFails() throws IOException {
    int steps = stepsOf();
    Random random = new Random(7);
    for (int step = 0; step < steps; step++) {
      for (int round = 0; round < 12; round++) {
        Run run = runUntil(step);
        FakeDisk found = run.disk.afterPowerLoss(ROOT, random);
        checkAfter(run, found, "power lost before step " + step + ", round " + round);
      }
    }
  }

  @Test
  void losesNothingWhereverTheProcessIsKilled() throws IOException {
    int steps = stepsOf();
    for (int step = 0; step < steps; step++) {
      Run run = runUntil(step);
      checkAfter(run, run.disk.afterKill(ROOT), "killed before step " + step);
    }
  }

  @Test
  void forcesTilesBeforeTheCheckpointAndTheCheckpointBeforeItsName() throws IOException {
    FakeDisk disk = new FakeDisk(ROOT);
    TileLog log = TileLog.open(ROOT, LogKeys.of(KEY), disk);
    disk.steps().clear();
    log.append(Entries.from(0, 2));

    assertThat(disk.steps())
        .containsExactly(
            "make /log/tile",
            "make /log/tile/0",
            "make /log/tile/0/000.p",
            "write /log/tile/0/000.p/2",
            "make /log/tile/entries",
            "make /log/tile/entries/000.p",
            "write /log/tile/entries/000.p/2",
            "force /log/tile/0/000.p/2",
            "force /log/tile/entries/000.p/2",
            "folder /log",
            "folder /log/tile",
            "folder /log/tile/0",
            "folder /log/tile/0/000.p",
            "folder /log/tile/entries",
            "folder /log/tile/entries/000.p",
            "write /log/.checkpoint.next",
            "force /log/.checkpoint.next",
            "folder /log",
            "rename /log/checkpoint",
            "folder /log");
  }

  @Test
  void goesOnAfterAFailedWriteAsIfItHadNotBeen() throws IOException {
    FakeDisk disk = new FakeDisk(ROOT);
    TileLog log = TileLog.open(ROOT, LogKeys.of(KEY), disk);
    log.append(Entries.from(0, 5));
    disk.failAfter(1);
    assertThatThrownBy(() -> log.append(Entries.from(5, 400)))
        .isInstanceOf(FakeDisk.PowerLoss.class);
    disk.failAfter(Integer.MAX_VALUE);

    assertThat(log.append(Entries.from(5, 10))).isEqualTo(5);
    assertThat(log.root()).isEqualTo(Entries.root(0, 15));
  }

  private static int stepsOf() throws IOException {
    return runUntil(Integer.MAX_VALUE).disk.steps().size();
  }

  /// How far a log came until its disk failed.
  private static final class Run {
    final FakeDisk disk = new FakeDisk(ROOT);
    long acknowledged;
    final Set<Long> possible = new TreeSet<>(Set.of(0L));
  }

  private static Run runUntil(int step) throws IOException {
    Run run = new Run();
    run.disk.failAfter(step);
    try {
      TileLog log = TileLog.open(ROOT, LogKeys.of(KEY), run.disk);
      for (int count : APPENDS) {
        run.possible.add(run.acknowledged + count);
        log.append(Entries.from(run.acknowledged, count));
        run.acknowledged += count;
      }
    } catch (FakeDisk.PowerLoss e) {
      return run;
    }
    return run;
  }

  private static void checkAfter(Run run, FakeDisk found, String when) throws IOException {
    List<Checkpoint> seen = new ArrayList<>();
    run.disk
        .read(ROOT.resolve("checkpoint"))
        .ifPresent(bytes -> seen.add(Checkpoint.parse(SignedNote.parse(bytes).text())));
    TileLog log = TileLog.open(ROOT, LogKeys.of(KEY), found);

    assertThat(log.size()).as(when).isGreaterThanOrEqualTo(run.acknowledged);
    assertThat(run.possible).as(when).contains(log.size());
    assertThat(log.root()).as(when).isEqualTo(Entries.root(0, log.size()));
    for (Checkpoint checkpoint : seen) {
      assertThat(log.size())
          .as(when + ": a seen checkpoint stays")
          .isGreaterThanOrEqualTo(checkpoint.size());
    }
    assertThat(fsck(found).findings()).as(when).isEmpty();

    long size = log.size();
    assertThat(log.append(Entries.from(size, 257))).as(when).isEqualTo(size);
    assertThat(fsck(found).findings()).as(when).isEmpty();
    assertThat(log.root()).as(when).isEqualTo(Entries.root(0, size + 257));
  }

  private static Fsck.Report fsck(FakeDisk disk) throws IOException {
    return new Fsck(path -> disk.read(ROOT.resolve(path)), List.of(KEY.verifier()))
        .check(done -> {});
  }
}

package vallarta.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vallarta.engine.tlog.Finding.Kind;

/// Somebody changes the files of a log: the check names what was done and exactly where, and
/// nothing else.
final class TamperedLogTest {

  private static final Path ROOT = Path.of("/log");
  private static final LogKey KEY = LogKey.generate("example.org/record");

  private final FakeDisk disk = new FakeDisk(ROOT);
  private TileLog log;

  @BeforeEach
  void logOfSixHundred() throws IOException {
    log = TileLog.open(ROOT, LogKeys.of(KEY), disk);
    log.append(Entries.from(0, 600));
  }

  private Fsck.Report check() throws IOException {
    return new Fsck(path -> disk.read(ROOT.resolve(path)), List.of(KEY.verifier()))
        .check(done -> {});
  }

  private byte[] read(String path) {
    return disk.read(ROOT.resolve(path)).orElseThrow();
  }

  private void write(String path, byte[] bytes) throws IOException {
    disk.write(ROOT.resolve(path), ByteBuffer.wrap(bytes));
  }

  private void flip(String path, int at) throws IOException {
    byte[] bytes = read(path);
    bytes[at] ^= 1;
    write(path, bytes);
  }

  @Test
  void findsNothingInAWholeLog() throws IOException {
    assertThat(check()).isEqualTo(new Fsck.Report(600, log.root().toString(), List.of()));
  }

  @Test
  void namesTheEntryThatWasChanged() throws IOException {
    // "entry 0" has 7 bytes after its length: entry 2 begins at 2 * 9.
    flip("tile/entries/000", 2 * 9 + 2);

    assertThat(check().findings())
        .containsExactly(new Finding(Kind.CHANGED_ENTRY, "tile/entries/000: entry 2", 2));
  }

  @Test
  void namesTheEntryOfAPartialBundleThatWasChanged() throws IOException {
    byte[] bundle = read("tile/entries/002.p/88");
    flip("tile/entries/002.p/88", bundle.length - 1);

    assertThat(check().findings())
        .containsExactly(new Finding(Kind.CHANGED_ENTRY, "tile/entries/002.p/88: entry 599", 599));
  }

  @Test
  void namesTheHashOfALeafThatWasChanged() throws IOException {
    flip("tile/0/001", 32 * 5);
    flip("tile/0/002.p/88", 32 * 7 + 31);

    assertThat(check().findings())
        .containsExactly(
            new Finding(Kind.CHANGED_HASH, "tile/0/001: hash 5, of entry 261", 261),
            new Finding(Kind.CHANGED_HASH, "tile/0/002.p/88: hash 7, of entry 519", 519));
  }

  @Test
  void namesTheHashAboveTheLeavesThatWasChanged() throws IOException {
    flip("tile/1/000.p/2", 32);

    assertThat(check().findings())
        .containsExactly(new Finding(Kind.CHANGED_HASH, "tile/1/000.p/2: hash 1", -1));
  }

  @Test
  void namesTheEntryThatWasDropped() throws IOException {
    byte[] bundle = read("tile/entries/000");
    byte[] less = new byte[bundle.length - 9];
    System.arraycopy(bundle, 0, less, 0, 4 * 9);
    System.arraycopy(bundle, 5 * 9, less, 4 * 9, bundle.length - 5 * 9);
    write("tile/entries/000", less);

    assertThat(check().findings())
        .containsExactly(new Finding(Kind.DROPPED_ENTRY, "tile/entries/000: entry 4", 4));
  }

  @Test
  void namesThePairThatWasReordered() throws IOException {
    byte[] bundle = read("tile/entries/000");
    byte[] third = Arrays.copyOfRange(bundle, 3 * 9, 4 * 9);
    System.arraycopy(bundle, 4 * 9, bundle, 3 * 9, 9);
    System.arraycopy(third, 0, bundle, 4 * 9, 9);
    write("tile/entries/000", bundle);

    assertThat(check().findings())
        .containsExactly(new Finding(Kind.SWAPPED_ENTRIES, "tile/entries/000: entries 3 and 4", 3));
  }

  @Test
  void namesTheBundleThatEndsWithinAnEntry() throws IOException {
    byte[] bundle = read("tile/entries/001");
    write("tile/entries/001", Arrays.copyOf(bundle, bundle.length - 3));

    assertThat(check().findings())
        .containsExactly(
            new Finding(Kind.DAMAGED_FILE, "tile/entries/001: it ends within entry 511", 511));
  }

  @Test
  void namesTheFilesThatAreGone() throws IOException {
    disk.deleteFolder(ROOT.resolve("tile/1"));

    assertThat(check().findings())
        .containsExactly(new Finding(Kind.MISSING_FILE, "tile/1/000.p/2", -1));
  }

  @Test
  void namesTheCheckpointOfAnotherKey() throws IOException {
    LogKey thief = LogKey.generate(KEY.origin());
    write("checkpoint", LogKeys.of(thief).sign(log.checkpoint()).bytes());

    assertThat(check().findings())
        .containsExactly(
            new Finding(Kind.CHECKPOINT, "checkpoint: no known key signed this note", -1));
    assertThatThrownBy(() -> TileLog.open(ROOT, LogKeys.of(KEY), disk))
        .isInstanceOfSatisfying(
            Refused.class, it -> assertThat(it.reason()).isEqualTo(Reason.UNKNOWN_KEY));
  }

  @Test
  void namesTheRootThatIsNotThatOfTheEntries() throws IOException {
    Checkpoint false600 = new Checkpoint(KEY.origin(), 600, Entries.root(1, 601));
    write("checkpoint", LogKeys.of(KEY).sign(false600).bytes());

    assertThat(check().findings())
        .containsExactly(
            new Finding(Kind.ROOT, "checkpoint: its root is not that of its 600 entries", -1));
    assertThatThrownBy(() -> TileLog.open(ROOT, LogKeys.of(KEY), disk))
        .isInstanceOfSatisfying(
            Refused.class, it -> assertThat(it.reason()).isEqualTo(Reason.ROOT_MISMATCH));
  }

  @Test
  void anOlderCheckpointIsFoundByWhoeverSawTheNewer() throws IOException {
    SignedNote newer = log.note();
    Checkpoint older = new Checkpoint(KEY.origin(), 300, Entries.root(0, 300));

    assertThatThrownBy(() ->
            new ConsistencyProof(Checkpoint.parse(newer.text()).size(), older.size(), List.of())
                .verify(log.root(), older.root()))
        .hasMessage("a tree of size 300 does not continue one of size 600");
  }

  @Test
  void doesNotBeginAnewOverTilesWithoutACheckpoint() throws IOException {
    FakeDisk robbed = new FakeDisk(ROOT);
    robbed.makeFolder(ROOT.resolve("tile"));

    assertThatThrownBy(() -> TileLog.open(ROOT, LogKeys.of(KEY), robbed))
        .isInstanceOfSatisfying(
            Refused.class, it -> assertThat(it.reason()).isEqualTo(Reason.MISSING));
  }
}

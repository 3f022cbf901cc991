package vallarta.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Go's own packages verify logs that this engine wrote, and see what was done to one.
final class GoPeerTest {

  private static final LogKey KEY = LogKey.generate("log.example.org/record");
  private static final String VKEY = KEY.verifier().toString();
  private static final WitnessKey WITNESS = WitnessKey.generate("witness.example.org");

  /// The sizes at which a checkpoint is published on the way to a larger one: about the borders of
  /// tiles, and in the middle of them.
  private static final List<Integer> STOPS = List.of(1, 2, 255, 256, 257, 300, 40_000, 65_537);

  @TempDir Path folder;

  @BeforeAll
  static void buildTheProgramWhereGoIs() {
    assumeTrue(GoPeer.installed(), "the Go peer is skipped: no Go with golang.org/x/mod here");
    GoPeer.build();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 255, 256, 257, 1000, 70_000})
  void believesEveryEntryAndTile(int size) throws IOException {
    Hash root = write(size).root();

    GoPeer.Result result = GoPeer.verify(log(), VKEY);

    assertThat(result.line())
        .startsWith("ok size=" + size + " root=" + root + " records=" + size + " ");
    assertThat(result.ok()).isTrue();
  }

  @Test
  void believesALogWhoseEntriesCameOneByOne() throws IOException {
    try (TileLog log = TileLog.open(log(), KEY)) {
      for (int index = 0; index < 260; index++) {
        log.append(Entries.from(index, 1));
      }
    }

    assertThat(GoPeer.verify(log(), VKEY).line()).startsWith("ok size=260 ");
  }

  @Test
  void believesAnEmptyEntryAndTheLongest() throws IOException {
    try (TileLog log = TileLog.open(log(), KEY)) {
      log.append(List.of(new byte[0], new byte[TileLog.LONGEST_ENTRY], new byte[0]));
    }

    assertThat(GoPeer.verify(log(), VKEY).line()).startsWith("ok size=3 ");
  }

  @Test
  void namesEveryFileInWhichAByteWasChanged() throws IOException {
    try (TileLog log = TileLog.open(log(), KEY)) {
      grow(log, 1000);
    }
    List<Path> tiles;
    try (Stream<Path> walk = Files.walk(log().resolve("tile"))) {
      tiles = walk.filter(Files::isRegularFile).toList();
    }
    // Of 1,000 entries: three full tiles and a partial one of hashes, as many of entries, one
    // above.
    assertThat(tiles).hasSize(9);
    for (Path tile : tiles) {
      byte[] whole = Files.readAllBytes(tile);
      for (int at : List.of(2, whole.length / 2, whole.length - 1)) {
        byte[] changed = whole.clone();
        changed[at] ^= 4;
        Files.write(tile, changed);

        GoPeer.Result result = GoPeer.verify(log(), VKEY);

        assertThat(result.ok()).as("%s, byte %d", tile, at).isFalse();
        assertThat(result.line()).startsWith(log().relativize(tile) + ": ");
      }
      Files.write(tile, whole);
    }
    assertThat(GoPeer.verify(log(), VKEY).ok()).isTrue();
  }

  @Test
  void refusesACheckpointOfAnotherSizeRootOrKey() throws IOException {
    write(300);
    Path file = log().resolve(TileLog.CHECKPOINT);
    String signed = Files.readString(file);

    Files.writeString(file, signed.replace("\n300\n", "\n299\n"));
    assertThat(GoPeer.verify(log(), VKEY).line()).startsWith("checkpoint: invalid signature");
    Files.writeString(file, sign(new Checkpoint(KEY.origin(), 300, Entries.root(0, 299))));
    assertThat(GoPeer.verify(log(), VKEY).line()).startsWith("checkpoint: the root of all");
    Files.writeString(file, signed);
    String other = LogKey.generate(KEY.origin()).verifier().toString();
    assertThat(GoPeer.verify(log(), other).line()).startsWith("checkpoint: ");
    assertThat(GoPeer.verify(log(), other).ok()).isFalse();
  }

  @Test
  void believesEitherKeyWhileOneTakesOverFromAnother() throws IOException {
    write(5);
    LogKey next = LogKey.generate(KEY.origin());
    try (TileLog log = TileLog.open(log(), LogKeys.of(next, List.of(KEY)))) {
      log.append(Entries.from(5, 5));
    }

    assertThat(GoPeer.verify(log(), VKEY).line()).startsWith("ok size=10 ");
    assertThat(GoPeer.verify(log(), next.verifier().toString()).line()).startsWith("ok size=10 ");
  }

  @Test
  void believesWhatAWitnessCosignedAndAsksForEachWitness() throws IOException {
    try (TileLog log = TileLog.open(log(), KEY)) {
      log.append(Entries.from(0, 10));
      SignedNote note = log.note();
      log.cosign(note, List.of(WITNESS.cosign(note.text(), Instant.parse("2026-11-23T18:00:00Z"))));
    }
    String witness = WITNESS.verifier().toString();
    String absent = WitnessKey.generate("absent.example.org").verifier().toString();

    assertThat(GoPeer.verify(log(), VKEY, "-witness", witness).line())
        .startsWith("ok size=10 ")
        .endsWith(" witnesses=1");
    assertThat(GoPeer.verify(log(), VKEY, "-witness", witness, "-witness", absent).line())
        .startsWith("checkpoint: no signature of absent.example.org+");
  }

  @Test
  void believesProofFilesWithTheLogAndWithoutIt() throws IOException {
    SignedNote cosigned;
    LogReader reader;
    try (TileLog log = write(1000)) {
      SignedNote note = log.note();
      cosigned = note.with(List.of(WITNESS.cosign(note.text(), Instant.ofEpochSecond(1))));
      reader = log.reader();
    }
    Path entry = Files.write(folder.resolve("entry"), Entries.entry(777));
    Path another = Files.write(folder.resolve("another"), Entries.entry(776));
    ProofFile proof = new ProofFile(null, 777, reader.inclusion(777).hashes(), cosigned);
    ProofFile withExtra = new ProofFile(new byte[] {1, 2}, 777, proof.path(), cosigned);
    for (ProofFile each : List.of(proof, withExtra)) {
      String file = Files.writeString(folder.resolve("a.tlog-proof"), each.toString()).toString();

      assertThat(GoPeer.verify(log(), VKEY, "-proof", file).line()).endsWith(" proofs=1");
      assertThat(GoPeer.verifyProof(Path.of(file), entry, VKEY).line()).isEqualTo("ok proofs=1");
      String witness = WITNESS.verifier().toString();
      assertThat(GoPeer.verifyProof(Path.of(file), entry, VKEY, "-witness", witness).line())
          .isEqualTo("ok proofs=1 witnesses=1");
      assertThat(GoPeer.verifyProof(Path.of(file), another, VKEY).line())
          .isEqualTo(file + ": entry 777: invalid transparency proof");
    }
  }

  @Test
  void seesThatALogGoesOnFromEachCheckpointOfItsOwnAndNotFromAFork() throws IOException {
    String[] older = new String[2 * STOPS.size()];
    try (TileLog log = TileLog.open(log(), KEY)) {
      for (int stop = 0; stop < STOPS.size(); stop++) {
        grow(log, STOPS.get(stop));
        older[2 * stop] = "-older";
        older[2 * stop + 1] = save(log, "at-" + log.size());
      }
      grow(log, 70_000);
    }
    Path elsewhere = folder.resolve("fork");
    String fork;
    try (TileLog log = TileLog.open(elsewhere, KEY)) {
      log.append(Entries.from(1, 300));
      fork = save(log, "fork-at-300");
    }

    assertThat(GoPeer.verify(log(), VKEY, older).line()).endsWith(" older=" + STOPS.size());
    assertThat(GoPeer.verify(log(), VKEY, "-older", fork).line())
        .startsWith(fork + ": not an earlier state of the log, at size 300 ");
    assertThat(GoPeer.verify(elsewhere, VKEY, "-older", older[older.length - 1]).line())
        .endsWith(": the log has only 300 entries, fewer than the 65537 of this tree");
  }

  @Test
  void findsPromisedLeavesInTheirPlaces() throws IOException {
    write(300);
    Path leaves = folder.resolve("leaves");

    Files.writeString(leaves, leaf(0, 0) + leaf(256, 256) + leaf(299, 299));
    assertThat(GoPeer.verify(log(), VKEY, "-leaves", leaves.toString()).line())
        .endsWith(" leaves=3");
    Files.writeString(leaves, leaf(0, 0) + leaf(256, 257));
    assertThat(GoPeer.verify(log(), VKEY, "-leaves", leaves.toString()).line())
        .startsWith("leaf 256: ");
    Files.writeString(leaves, leaf(300, 300));
    assertThat(GoPeer.verify(log(), VKEY, "-leaves", leaves.toString()).line())
        .isEqualTo("leaf 300: the tree has only 300");
  }

  private static String leaf(long index, long entry) {
    return index + " " + Merkle.leaf(Entries.entry(entry)) + "\n";
  }

  private Path log() {
    return folder.resolve("log");
  }

  /// Writes a log that stops on its way, and closes it.
  private TileLog write(int size) throws IOException {
    try (TileLog log = TileLog.open(log(), KEY)) {
      for (int stop : STOPS) {
        grow(log, Math.min(stop, size));
      }
      grow(log, size);
      return log;
    }
  }

  private static void grow(TileLog log, int size) throws IOException {
    log.append(Entries.from(log.size(), (int) (size - log.size())));
  }

  private String save(TileLog log, String name) throws IOException {
    return Files.write(folder.resolve(name), log.note().bytes()).toString();
  }

  private static String sign(Checkpoint checkpoint) {
    return LogKeys.of(KEY).sign(checkpoint).toString();
  }
}

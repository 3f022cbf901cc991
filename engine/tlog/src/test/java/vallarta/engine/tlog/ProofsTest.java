package vallarta.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Proofs that a log gives of itself, against the definition of RFC 6962 written out naively.
final class ProofsTest {

  private static final Path ROOT = Path.of("/log");
  private static final LogKey KEY = LogKey.generate("example.org/record");

  private static TileLog log(int size) throws IOException {
    TileLog log = TileLog.open(ROOT, LogKeys.of(KEY), new FakeDisk(ROOT));
    log.append(Entries.from(0, size));
    return log;
  }

  @Test
  void provesEveryEntryAndEveryOlderTreeOfSmallTrees() throws IOException {
    TileLog log = TileLog.open(ROOT, LogKeys.of(KEY), new FakeDisk(ROOT));
    List<Hash> roots = new ArrayList<>(List.of(Merkle.EMPTY));
    for (int size = 1; size <= 70; size++) {
      log.append(Entries.from(size - 1, 1));
      roots.add(log.root());
      assertThat(log.root()).isEqualTo(Entries.root(0, size));
      LogReader tree = log.reader();
      for (int index = 0; index < size; index++) {
        tree.inclusion(index).verify(Merkle.leaf(Entries.entry(index)), log.root());
      }
      for (int from = 0; from <= size; from++) {
        tree.consistency(from).verify(roots.get(from), log.root());
        assertThat(tree.root(from)).isEqualTo(roots.get(from));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {255, 256, 257, 511, 512, 1000, 65_535, 65_536, 65_537, 65_793})
  void provesAcrossTheEdgesOfTiles(int size) throws IOException {
    TileLog log = log(size);
    LogReader tree = log.reader();

    assertThat(log.root()).isEqualTo(Entries.root(0, size));
    for (int index : new int[] {0, 1, 254, size / 2, size - 2, size - 1}) {
      tree.inclusion(index).verify(Merkle.leaf(Entries.entry(index)), log.root());
      assertThat(tree.entry(index)).isEqualTo(Entries.entry(index));
    }
    for (int from : new int[] {1, 2, 200, size / 2, size - 1}) {
      tree.consistency(from).verify(Entries.root(0, from), log.root());
    }
  }

  @Test
  void refusesEveryProofWithOneBitChanged() throws IOException {
    TileLog log = log(300);
    LogReader tree = log.reader();
    Random random = new Random(3);
    for (int round = 0; round < 300; round++) {
      InclusionProof proof = tree.inclusion(random.nextInt(300));
      List<Hash> hashes = new ArrayList<>(proof.hashes());
      int at = random.nextInt(hashes.size());
      byte[] changed = hashes.get(at).bytes();
      changed[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
      hashes.set(at, Hash.of(changed));
      InclusionProof wrong = new InclusionProof(proof.index(), proof.size(), hashes);
      assertThatThrownBy(() -> wrong.verify(tree.leaf(proof.index()), log.root()))
          .isInstanceOfSatisfying(
              Refused.class, it -> assertThat(it.reason()).isEqualTo(Reason.ROOT_MISMATCH));
    }
  }

  @Test
  void readsAnOlderTreeWhosePartialTilesAreGone() throws IOException {
    FakeDisk disk = new FakeDisk(ROOT);
    TileLog log = TileLog.open(ROOT, LogKeys.of(KEY), disk);
    log.append(Entries.from(0, 100));
    LogReader older = log.reader();
    Hash root = log.root();
    log.append(Entries.from(100, 200));

    assertThat(disk.exists(ROOT.resolve("tile/0/000.p"))).isFalse();
    assertThat(older.root()).isEqualTo(root);
    assertThat(older.entry(99)).isEqualTo(Entries.entry(99));
    older.inclusion(42).verify(Merkle.leaf(Entries.entry(42)), root);
  }

  @Test
  void saysWhichIndexATreeDoesNotHave() throws IOException {
    LogReader tree = log(7).reader();

    assertThatThrownBy(() -> tree.inclusion(7)).hasMessage("index 7 is not in a tree of size 7");
    assertThatThrownBy(() -> tree.consistency(8))
        .hasMessage("size 8 is not within a tree of size 7");
  }
}

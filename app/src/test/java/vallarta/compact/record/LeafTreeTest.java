package vallarta.compact.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vallarta.engine.tlog.Hash;
import vallarta.engine.tlog.Merkle;

class LeafTreeTest {

  private final Hash[] leaves = new Hash[7];

  LeafTreeTest() {
    for (int i = 0; i < leaves.length; i++) {
      leaves[i] = Merkle.leaf(new byte[] {(byte) i});
    }
  }

  @Test
  void hasTheRootOfNothingWithoutLeaves() {
    assertThat(new LeafTree().root()).isEqualTo(Merkle.EMPTY);
  }

  /// The tree of seven leaves in RFC 9162, section 2.1.5.
  @Test
  void hashesAsTheStandardDrawsIt() {
    LeafTree tree = new LeafTree();
    for (Hash leaf : leaves) {
      tree.add(leaf);
    }
    Hash k = Merkle.node(Merkle.node(leaves[0], leaves[1]), Merkle.node(leaves[2], leaves[3]));
    Hash l = Merkle.node(Merkle.node(leaves[4], leaves[5]), leaves[6]);
    assertThat(tree.root()).isEqualTo(Merkle.node(k, l));
  }
}

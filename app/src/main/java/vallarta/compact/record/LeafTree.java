package vallarta.compact.record;

import java.util.ArrayList;
import java.util.List;
import vallarta.engine.tlog.Hash;
import vallarta.engine.tlog.Merkle;

/// The root over leaves that come one after the other (RFC 9162, section 2.1.2): it keeps one hash
/// for each full subtree.
final class LeafTree {

  private final List<Hash> subtrees = new ArrayList<>();
  private long size;

  void add(Hash leaf) {
    Hash hash = leaf;
    for (long full = size; (full & 1) == 1; full >>= 1) {
      hash = Merkle.node(subtrees.removeLast(), hash);
    }
    subtrees.add(hash);
    size++;
  }

  Hash root() {
    if (subtrees.isEmpty()) {
      return Merkle.EMPTY;
    }
    Hash root = subtrees.getLast();
    for (int i = subtrees.size() - 2; i >= 0; i--) {
      root = Merkle.node(subtrees.get(i), root);
    }
    return root;
  }
}

package vallarta.engine.tlog;

import java.util.List;

/// The hashes that show that a newer tree begins with an older one (RFC 6962, section 2.1.2).
///
/// @param from leaves of the older tree
/// @param to leaves of the newer tree
/// @param hashes in the order of the RFC; none where the trees are equal or the older is empty
public record ConsistencyProof(long from, long to, List<Hash> hashes) {

  /// @throws Refused [Reason#OUT_OF_RANGE] when the older tree is the larger one
  public ConsistencyProof {
    if (from < 0 || from > to) {
      throw new Refused(
          Reason.OUT_OF_RANGE, "a tree of size " + to + " does not continue one of size " + from);
    }
    hashes = List.copyOf(hashes);
  }

  /// Holds when the tree of the newer root continues the tree of the older (RFC 9162, section
  /// 2.1.4.2).
  ///
  /// @throws Refused [Reason#PROOF_LENGTH] when the proof has not the length of its trees,
  ///   [Reason#INCONSISTENT] when it does not lead to the older root, [Reason#ROOT_MISMATCH] when
  ///   not to the newer
  public void verify(Hash older, Hash newer) {
    if (from == to || from == 0) {
      verifyWithoutHashes(older, newer);
      return;
    }
    boolean whole = Long.bitCount(from) == 1;
    int next = whole ? 0 : 1;
    if (hashes.size() < next) {
      throw wrongLength();
    }
    long node = from - 1;
    long last = to - 1;
    int up = Long.numberOfTrailingZeros(~node);
    node >>= up;
    last >>= up;
    Hash first = whole ? older : hashes.getFirst();
    Hash second = first;
    for (Hash hash : hashes.subList(next, hashes.size())) {
      if (last == 0) {
        throw wrongLength();
      }
      if ((node & 1) == 1 || node == last) {
        first = Merkle.node(hash, first);
        second = Merkle.node(hash, second);
        int zeros = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
        node >>= zeros;
        last >>= zeros;
      } else {
        second = Merkle.node(second, hash);
      }
      node >>= 1;
      last >>= 1;
    }
    if (last != 0) {
      throw wrongLength();
    }
    if (!first.equals(older)) {
      throw new Refused(
          Reason.INCONSISTENT,
          "the tree of size " + to + " does not begin with the tree of size " + from);
    }
    if (!second.equals(newer)) {
      throw new Refused(
          Reason.ROOT_MISMATCH, "the proof does not lead to the root of the tree of size " + to);
    }
  }

  private void verifyWithoutHashes(Hash older, Hash newer) {
    if (!hashes.isEmpty()) {
      throw wrongLength();
    }
    if (from == 0 && !older.equals(Merkle.EMPTY)) {
      throw new Refused(Reason.INCONSISTENT, "the root of size 0 is not that of an empty tree");
    }
    if (from == to && !older.equals(newer)) {
      throw new Refused(Reason.INCONSISTENT, "two trees of size " + to + " have different roots");
    }
  }

  private Refused wrongLength() {
    return new Refused(
        Reason.PROOF_LENGTH,
        hashes.size() + " hashes are no proof from size " + from + " to " + to);
  }
}

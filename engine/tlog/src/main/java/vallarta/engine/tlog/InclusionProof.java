package vallarta.engine.tlog;

import java.util.List;

/// The hashes that lead from a leaf to the root of its tree (RFC 6962, section 2.1.1).
///
/// @param index of the leaf, from 0
/// @param size leaves of the tree
/// @param hashes from the leaf's sibling up to the root's child
public record InclusionProof(long index, long size, List<Hash> hashes) {

  /// @throws Refused [Reason#OUT_OF_RANGE] when the tree has no such leaf
  public InclusionProof {
    if (index < 0 || index >= size) {
      throw new Refused(
          Reason.OUT_OF_RANGE, "index " + index + " is not in a tree of size " + size);
    }
    hashes = List.copyOf(hashes);
  }

  /// The root to which the leaf leads by this proof (RFC 9162, section 2.1.3.2).
  ///
  /// @throws Refused [Reason#PROOF_LENGTH] when the proof is too long or too short for its tree
  public Hash root(Hash leaf) {
    long node = index;
    long last = size - 1;
    Hash hash = leaf;
    for (Hash sibling : hashes) {
      if (last == 0) {
        throw wrongLength();
      }
      if ((node & 1) == 1 || node == last) {
        hash = Merkle.node(sibling, hash);
        int up = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
        node >>= up;
        last >>= up;
      } else {
        hash = Merkle.node(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    if (last != 0) {
      throw wrongLength();
    }
    return hash;
  }

  /// Holds when the leaf is in the tree of that root.
  ///
  /// @throws Refused [Reason#PROOF_LENGTH] or [Reason#ROOT_MISMATCH]
  public void verify(Hash leaf, Hash root) {
    if (!root(leaf).equals(root)) {
      throw new Refused(
          Reason.ROOT_MISMATCH,
          "entry " + index + " does not lead to the root of the tree of size " + size);
    }
  }

  private Refused wrongLength() {
    return new Refused(
        Reason.PROOF_LENGTH,
        hashes.size() + " hashes are no proof of entry " + index + " in a tree of size " + size);
  }
}

package vallarta.engine.tlog;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// A tree built anew from its leaves by the definition of RFC 6962, section 2.1: a full subtree
/// joins its left neighbour of the same height.
final class Rebuilt {

  /// Takes the hash of each subtree whose height is a multiple of 8, leaves left out.
  interface Corners {
    void hash(int level, byte[] hash);
  }

  /// A full subtree that waits for its right neighbour.
  private record Subtree(int height, byte[] hash) {}

  private final Deque<Subtree> waiting;
  private final MessageDigest sha256 = Merkle.sha256();

  Rebuilt() {
    this(new ArrayDeque<>());
  }

  private Rebuilt(Deque<Subtree> waiting) {
    this.waiting = waiting;
  }

  Rebuilt copy() {
    return new Rebuilt(new ArrayDeque<>(waiting));
  }

  byte[] leaf(byte[] bytes, int start, int length) {
    sha256.update((byte) 0);
    sha256.update(bytes, start, length);
    return sha256.digest();
  }

  private byte[] node(byte[] left, byte[] right) {
    sha256.update((byte) 1);
    sha256.update(left);
    sha256.update(right);
    return sha256.digest();
  }

  void add(List<byte[]> leaves, Corners corners) {
    for (byte[] leaf : leaves) {
      Subtree right = new Subtree(0, leaf);
      while (!waiting.isEmpty() && waiting.getLast().height() == right.height()) {
        Subtree left = waiting.removeLast();
        right = new Subtree(left.height() + 1, node(left.hash(), right.hash()));
        if (right.height() % 8 == 0) {
          corners.hash(right.height() / 8, right.hash());
        }
      }
      waiting.addLast(right);
    }
  }

  /// The root over all leaves so far.
  byte[] root() {
    byte[] root = null;
    for (var each = waiting.descendingIterator(); each.hasNext(); ) {
      byte[] left = each.next().hash();
      root = root == null ? left : node(left, root);
    }
    return root == null ? sha256.digest() : root;
  }

  static byte[] rootOf(List<byte[]> leaves) {
    Rebuilt tree = new Rebuilt();
    tree.add(leaves, (level, hash) -> {});
    return tree.root();
  }
}

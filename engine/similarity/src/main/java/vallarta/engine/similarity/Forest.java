package vallarta.engine.similarity;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/// The connected components of a graph to which several threads add edges (union-find without locks
/// and with path halving: R. J. Anderson, H. Woll, STOC 1991). The smaller node is the root.
final class Forest {

  private static final VarHandle PARENT = MethodHandles.arrayElementVarHandle(int[].class);

  private int[] parents = {};
  private int[] ring = {};

  /// Makes room for more nodes, each a component of its own. Not while edges are added.
  void grow(int nodes) {
    int before = parents.length;
    parents = Arrays.copyOf(parents, nodes);
    boolean isLinked = ring.length > 0;
    ring = isLinked ? Arrays.copyOf(ring, nodes) : ring;
    for (int i = before; i < nodes; i++) {
      parents[i] = i;
      if (isLinked) {
        ring[i] = i;
      }
    }
  }

  /// Links the nodes of each component in a ring, from now on. While they are linked only one
  /// thread may add edges.
  void link() {
    ring = new int[parents.length];
    for (int i = 0; i < ring.length; i++) {
      int root = find(i);
      ring[i] = root == i ? i : ring[root];
      ring[root] = i;
    }
  }

  void unlink() {
    ring = new int[0];
  }

  /// The next node of the same component, around.
  int next(int node) {
    return ring[node];
  }

  int find(int node) {
    int at = node;
    int parent = parents[at];
    while (parent != at) {
      int above = parents[parent];
      parents[at] = above;
      at = above;
      parent = parents[at];
    }
    return at;
  }

  /// @return whether they were in two components
  boolean join(int one, int other) {
    int a = find(one);
    int b = find(other);
    while (a != b) {
      int root = Math.min(a, b);
      int child = Math.max(a, b);
      if (PARENT.compareAndSet(parents, child, child, root)) {
        if (ring.length > 0) {
          int behind = ring[one];
          ring[one] = ring[other];
          ring[other] = behind;
        }
        return true;
      }
      a = find(root);
      b = find(child);
    }
    return false;
  }
}

package vallarta.engine.similarity;

import java.util.Arrays;

/// The connected components of a growing graph (union by size with path halving; R. E. Tarjan, J.
/// van Leeuwen 1984), each with the smallest key of its nodes.
final class Components {

  private int[] parents = new int[16];
  private int[] sizes = new int[16];
  private long[] smallest = new long[16];
  private int size;

  /// A new node, a component of its own.
  int add(long key) {
    if (size == parents.length) {
      parents = Arrays.copyOf(parents, size * 2);
      sizes = Arrays.copyOf(sizes, size * 2);
      smallest = Arrays.copyOf(smallest, size * 2);
    }
    parents[size] = size;
    sizes[size] = 1;
    smallest[size] = key;
    return size++;
  }

  /// The node that stands for the component of a node until the next [#join(int, int)].
  int find(int node) {
    int at = node;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  void join(int one, int other) {
    int a = find(one);
    int b = find(other);
    if (a == b) {
      return;
    }
    int root = sizes[a] >= sizes[b] ? a : b;
    int child = root == a ? b : a;
    parents[child] = root;
    sizes[root] += sizes[child];
    smallest[root] = Math.min(smallest[root], smallest[child]);
  }

  /// Tells a component of a key of one of its nodes.
  void offer(int node, long key) {
    int root = find(node);
    smallest[root] = Math.min(smallest[root], key);
  }

  long smallestKey(int node) {
    return smallest[find(node)];
  }
}

package vallarta.engine.similarity;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// The nodes that share a band, by the key of the band, those of one component behind each other.
///
/// A text that has joined a component need not be compared with the rest of it. So a bucket is a
/// list of components, each a list of nodes, and the visit of a bucket steps over a joined
/// component at once: a campaign of n copies costs n steps, not n * n. Components that have grown
/// together since are put together when the bucket is visited.
final class Buckets {

  private static final int END = -1;

  private final Components components;
  private final LongTable first = new LongTable();
  private int[] nodes = new int[64];
  private int[] next = new int[64];
  private int[] tails = new int[64];
  private int[] nextComponents = new int[64];
  private int size;
  private long visit;
  private long[] seen = new long[64];
  private int[] heads = new int[64];

  Buckets(Components components) {
    this.components = components;
  }

  /// Shows the other nodes of a bucket to a node that arrives, until each component is either
  /// joined or seen whole, and puts the node in.
  ///
  /// @param joins compares the node with another one, joins the two components where they are
  ///   alike, and says so
  void visit(long key, int node, IntPredicate joins) {
    int head = first.get(key);
    boolean kept = false;
    gather(head);
    for (int at = head; at != END; at = nextComponents[at]) {
      if (components.find(nodes[at]) != components.find(node)) {
        compare(at, joins);
      }
      if (!kept && components.find(nodes[at]) == components.find(node)) {
        int entry = entry(node);
        next[entry] = next[at];
        next[at] = entry;
        tails[at] = tails[at] == at ? entry : tails[at];
        kept = true;
      }
    }
    if (!kept) {
      int entry = entry(node);
      nextComponents[entry] = head;
      first.put(key, entry);
    }
  }

  /// The node that was found alike goes to the front: it is the likeliest for the next one too.
  private void compare(int head, IntPredicate joins) {
    for (int at = head; at != END; at = next[at]) {
      int other = nodes[at];
      if (joins.test(other)) {
        nodes[at] = nodes[head];
        nodes[head] = other;
        return;
      }
    }
  }

  /// Appends to the first list of each component those that belong to it by now.
  private void gather(int head) {
    visit++;
    int before = head;
    for (int at = head; at != END; at = nextComponents[at]) {
      int root = components.find(nodes[at]);
      if (root >= seen.length) {
        seen = Arrays.copyOf(seen, Math.max(root + 1, seen.length * 2));
        heads = Arrays.copyOf(heads, seen.length);
      }
      if (seen[root] == visit) {
        int first = heads[root];
        next[tails[first]] = at;
        tails[first] = tails[at];
        nextComponents[before] = nextComponents[at];
      } else {
        seen[root] = visit;
        heads[root] = at;
        before = at;
      }
    }
  }

  private int entry(int node) {
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, size * 2);
      next = Arrays.copyOf(next, size * 2);
      tails = Arrays.copyOf(tails, size * 2);
      nextComponents = Arrays.copyOf(nextComponents, size * 2);
    }
    nodes[size] = node;
    next[size] = END;
    tails[size] = size;
    nextComponents[size] = END;
    return size++;
  }
}

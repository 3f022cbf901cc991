package vallarta.bench.similarity;

import java.util.stream.IntStream;

/// Connected components of texts by their places in a [Corpus].
public final class Components {

  private final int[] parents;

  public Components(int size) {
    parents = IntStream.range(0, size).toArray();
  }

  /// The least place of a component.
  public int of(int place) {
    int at = place;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  public void join(int one, int other) {
    int a = of(one);
    int b = of(other);
    parents[Math.max(a, b)] = Math.min(a, b);
  }

  /// For each text the least key of its component.
  long[] groups(long[] keys) {
    long[] least = keys.clone();
    for (int i = 0; i < keys.length; i++) {
      int root = of(i);
      least[root] = Math.min(least[root], keys[i]);
    }
    long[] groups = new long[keys.length];
    for (int i = 0; i < keys.length; i++) {
      groups[i] = least[of(i)];
    }
    return groups;
  }
}

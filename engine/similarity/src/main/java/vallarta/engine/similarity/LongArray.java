package vallarta.engine.similarity;

import java.util.Arrays;

/// A growing array of longs.
final class LongArray {

  private static final long[] EMPTY = {};

  private long[] values = EMPTY;
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(16, size * 2));
    }
    values[size++] = value;
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  long get(int index) {
    return values[index];
  }

  long[] sorted() {
    long[] all = Arrays.copyOf(values, size);
    Arrays.sort(all);
    return all;
  }

  /// The values as a sorted set.
  long[] distinct() {
    long[] all = sorted();
    int kept = 0;
    for (int i = 0; i < all.length; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        all[kept++] = all[i];
      }
    }
    return kept == all.length ? all : Arrays.copyOf(all, kept);
  }
}

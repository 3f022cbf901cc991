package vallarta.engine.similarity;

import java.util.Arrays;

/// Sets of elements, each under a number: slices of long blocks, as an array for each of millions
/// would be mostly headers and references. Several threads may put sets in, each through a
/// [Filler].
final class Sets {

  private static final int BLOCK = 1 << 20;

  private long[][] block = new long[64][];
  private int[] from = new int[64];
  private int[] size = new int[64];
  private int count;

  /// Where one thread puts its sets.
  final class Filler {

    private long[] open = {};
    private int at;

    /// @return the number of the set
    int add(long[] elements) {
      if (at + elements.length > open.length) {
        open = new long[Math.max(BLOCK, elements.length)];
        at = 0;
      }
      System.arraycopy(elements, 0, open, at, elements.length);
      int number = enter(open, at, elements.length);
      at += elements.length;
      return number;
    }
  }

  private synchronized int enter(long[] in, int at, int length) {
    if (count == size.length) {
      int more = Math.max(count + count / 2, 1 << 16);
      block = Arrays.copyOf(block, more);
      from = Arrays.copyOf(from, more);
      size = Arrays.copyOf(size, more);
    }
    block[count] = in;
    from[count] = at;
    size[count] = length;
    return count++;
  }

  int count() {
    return count;
  }

  int size(int set) {
    return size[set];
  }

  long[] block(int set) {
    return block[set];
  }

  int from(int set) {
    return from[set];
  }

  long[] copy(int set) {
    return Arrays.copyOfRange(block[set], from[set], from[set] + size[set]);
  }

  synchronized boolean holds(int set, long[] elements) {
    return Arrays.equals(
        block[set], from[set], from[set] + size[set], elements, 0, elements.length);
  }
}

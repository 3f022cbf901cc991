package vallarta.engine.similarity;

import java.util.Arrays;

/// Sets of elements, each under a number, in blocks of six bytes an element: an array for each of
/// millions would be mostly headers and references. Several threads may put sets in, each through a
/// [Filler].
final class Sets {

  private static final int BLOCK = 1 << 20;

  private Block[] blocks = new Block[64];
  private int[] from = new int[64];
  private int[] size = new int[64];
  private long[] sketches = new long[128];
  private int count;

  /// Elements one after the other.
  static final class Block {

    private final int[] low;
    private final short[] high;

    private Block(int size) {
      low = new int[size];
      high = new short[size];
    }

    long get(int at) {
      return (high[at] & 0xffffL) << Integer.SIZE | low[at] & 0xffffffffL;
    }

    void put(int at, long element) {
      low[at] = (int) element;
      high[at] = (short) (element >>> Integer.SIZE);
    }
  }

  /// Where one thread puts its sets.
  final class Filler {

    private Block open = new Block(0);
    private int at;

    /// Of shingles that have no order of rarity yet, only the hash is kept.
    ///
    /// @return the number of the set
    int add(long[] shingles) {
      if (at + shingles.length > open.low.length) {
        open = new Block(Math.max(BLOCK, shingles.length));
        at = 0;
      }
      for (int i = 0; i < shingles.length; i++) {
        open.put(at + i, shingles[i] & Rarity.HASH);
      }
      int number = enter(open, at, shingles.length);
      at += shingles.length;
      return number;
    }
  }

  private synchronized int enter(Block in, int at, int length) {
    if (count == size.length) {
      int more = Math.max(count + count / 2, 1 << 16);
      blocks = Arrays.copyOf(blocks, more);
      from = Arrays.copyOf(from, more);
      size = Arrays.copyOf(size, more);
      sketches = Arrays.copyOf(sketches, 2 * more);
    }
    blocks[count] = in;
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

  Block block(int set) {
    return blocks[set];
  }

  int from(int set) {
    return from[set];
  }

  long[] copy(int set) {
    long[] copy = new long[size[set]];
    Block block = blocks[set];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = block.get(from[set] + i);
    }
    return copy;
  }

  /// Counts the elements of all sets that belong to a part.
  void count(Rarity by, Rarity.Part part) {
    for (int set = 0; set < count; set++) {
      Block block = blocks[set];
      int end = from[set] + size[set];
      for (int at = from[set]; at < end; at++) {
        by.count(block.low[at], part);
      }
    }
  }

  /// Puts a set in order.
  void order(int set, Rarity by) {
    long[] elements = copy(set);
    by.order(elements);
    Block block = blocks[set];
    long low = 0;
    long high = 0;
    for (int i = 0; i < elements.length; i++) {
      block.put(from[set] + i, elements[i]);
      long bit = 1L << (elements[i] >>> 1);
      low ^= (elements[i] & 1) == 0 ? bit : 0;
      high ^= (elements[i] & 1) == 0 ? 0 : bit;
    }
    sketches[2 * set] = low;
    sketches[2 * set + 1] = high;
  }

  /// One half of the sketch of a set in order: of each of 64 bits, whether an odd number of
  /// elements have it. Where the sketches of two sets differ, so do the sets, in one element or
  /// more.
  long sketch(int set, int half) {
    return sketches[2 * set + half];
  }

  synchronized boolean holds(int set, long[] elements) {
    if (size[set] != elements.length) {
      return false;
    }
    Block block = blocks[set];
    for (int i = 0; i < elements.length; i++) {
      if (block.get(from[set] + i) != elements[i]) {
        return false;
      }
    }
    return true;
  }
}

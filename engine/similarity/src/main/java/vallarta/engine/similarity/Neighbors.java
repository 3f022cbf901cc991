package vallarta.engine.similarity;

import java.util.Arrays;

/// The sets of one component that have one element among their first ones: by size, and of a size
/// those with least before the element first. With each stand the sketches, so that most are passed
/// over without looking further.
final class Neighbors {

  private static final int STRIDE = 3;

  private final int any;
  private long likeliest;
  private int smallest;
  private long[][] bySize = new long[1][];
  private int[] counts = new int[1];

  Neighbors(long first) {
    this.any = Entries.set(first);
    this.likeliest = first;
  }

  /// A set of the component.
  int any() {
    return any;
  }

  long likeliest() {
    return likeliest;
  }

  void likeliest(long entry) {
    likeliest = entry;
  }

  int smallest() {
    return smallest;
  }

  int largest() {
    return smallest + bySize.length - 1;
  }

  long entry(int size, int at) {
    return bySize[size - smallest][STRIDE * at];
  }

  void add(long entry, Sets sets) {
    int set = Entries.set(entry);
    add(sets.size(set), entry, sets.sketch(set, 0), sets.sketch(set, 1));
  }

  private void add(int size, long entry, long low, long high) {
    int row = row(size);
    long[] of = bySize[row];
    int at = STRIDE * counts[row]++;
    if (of == null) {
      of = new long[STRIDE];
    } else if (at == of.length) {
      of = Arrays.copyOf(of, 2 * at + STRIDE);
    }
    bySize[row] = of;
    of[at] = entry;
    of[at + 1] = low;
    of[at + 2] = high;
  }

  private int row(int size) {
    if (smallest == 0) {
      smallest = size;
    }
    if (size < smallest) {
      int more = smallest - size;
      long[][] rows = new long[bySize.length + more][];
      System.arraycopy(bySize, 0, rows, more, bySize.length);
      int[] lengths = new int[rows.length];
      System.arraycopy(counts, 0, lengths, more, counts.length);
      bySize = rows;
      counts = lengths;
      smallest = size;
    } else if (size > largest()) {
      bySize = Arrays.copyOf(bySize, size - smallest + 1);
      counts = Arrays.copyOf(counts, bySize.length);
    }
    return size - smallest;
  }

  /// Puts in the sets of a component that is the same one now.
  void addAll(Neighbors others) {
    for (int size = others.smallest; size <= others.largest(); size++) {
      int row = size - others.smallest;
      for (int at = 0; at < others.counts[row]; at++) {
        long[] of = others.bySize[row];
        add(size, of[STRIDE * at], of[STRIDE * at + 1], of[STRIDE * at + 2]);
      }
      sort(size);
    }
  }

  private void sort(int size) {
    if (size < smallest || size > largest() || counts[size - smallest] == 0) {
      return;
    }
    int row = size - smallest;
    Long[] order = new Long[counts[row]];
    long[] of = bySize[row];
    for (int i = 0; i < order.length; i++) {
      order[i] = (long) i;
    }
    Arrays.sort(order, (a, b) -> Long.compare(of[(int) (STRIDE * a)], of[(int) (STRIDE * b)]));
    long[] sorted = new long[of.length];
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(of, (int) (STRIDE * order[i]), sorted, STRIDE * i, STRIDE);
    }
    bySize[row] = sorted;
  }

  /// The first set of a size from a place on that is at most so far behind its beginning and whose
  /// sketch differs in at most so many bits.
  ///
  /// @return its place, or -1
  int find(int size, int mostBefore, long low, long high, int mostBits, int from) {
    int row = size - smallest;
    long[] of = bySize[row];
    int end = STRIDE * counts[row];
    for (int at = STRIDE * from; at < end; at += STRIDE) {
      if (Entries.position(of[at]) > mostBefore) {
        return -1;
      }
      if (Long.bitCount(of[at + 1] ^ low) + Long.bitCount(of[at + 2] ^ high) <= mostBits) {
        return at / STRIDE;
      }
    }
    return -1;
  }
}

package vallarta.cluster;

import java.util.Arrays;
import java.util.Iterator;
import vallarta.engine.similarity.Hash;

/// The arrival of parcels: all of their longs in one array, and how to sort records of it.
final class Longs {

  private static final int BITS = 11;

  private Longs() {}

  /// What has arrived at a part, in the order of arrival, which means nothing.
  static long[] gather(Iterator<long[]> parcels) {
    long[] all = new long[1 << 14];
    int size = 0;
    while (parcels.hasNext()) {
      long[] parcel = parcels.next();
      if (size + parcel.length > all.length) {
        all = Arrays.copyOf(all, Math.max(Math.addExact(size, parcel.length), grown(all.length)));
      }
      System.arraycopy(parcel, 0, all, size, parcel.length);
      size += parcel.length;
    }
    return Arrays.copyOf(all, size);
  }

  private static int grown(int length) {
    return (int) Math.min(Integer.MAX_VALUE - 16L, length * 2L);
  }

  /// The numbers of the records, sorted by some of their longs as unsigned numbers, the first named
  /// first. It is a radix sort from the least digit: the time grows with the records alone.
  static int[] order(long[] records, int width, int... by) {
    int count = records.length / width;
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    int[] other = new int[count];
    for (int key = by.length - 1; key >= 0; key--) {
      for (int shift = 0; shift < Long.SIZE; shift += BITS) {
        if (pass(records, width, by[key], shift, order, other)) {
          int[] swap = order;
          order = other;
          other = swap;
        }
      }
    }
    return order;
  }

  private static boolean pass(
      long[] records, int width, int offset, int shift, int[] order, int[] sorted) {
    int[] starts = new int[(1 << BITS) + 1];
    int mask = (1 << BITS) - 1;
    for (int record : order) {
      starts[((int) (records[record * width + offset] >>> shift) & mask) + 1]++;
    }
    for (int i = 0; i < mask + 1; i++) {
      if (starts[i + 1] == order.length) {
        return false;
      }
      starts[i + 1] += starts[i];
    }
    for (int record : order) {
      sorted[starts[(int) (records[record * width + offset] >>> shift) & mask]++] = record;
    }
    return true;
  }

  /// The records themselves in that order, so that neighbors lie side by side.
  static long[] sorted(long[] records, int width, int... by) {
    long[] sorted = new long[records.length];
    int size = 0;
    for (int record : order(records, width, by)) {
      System.arraycopy(records, record * width, sorted, size, width);
      size += width;
    }
    return sorted;
  }

  /// Records of two longs as a sorted set.
  static long[] distinctPairs(long[] pairs) {
    long[] sorted = sorted(pairs, 2, 0, 1);
    int size = 0;
    for (int at = 0; at < sorted.length; at += 2) {
      long one = sorted[at];
      long two = sorted[at + 1];
      if (size == 0 || sorted[size - 2] != one || sorted[size - 1] != two) {
        sorted[size++] = one;
        sorted[size++] = two;
      }
    }
    return Arrays.copyOf(sorted, size);
  }

  /// The part that a value belongs to.
  static int part(long value, int parts) {
    return (int) Long.remainderUnsigned(Hash.mix(value), parts);
  }
}

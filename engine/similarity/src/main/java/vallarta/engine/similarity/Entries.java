package vallarta.engine.similarity;

import java.util.Arrays;

/// Which sets begin with which elements: pairs of an element and an [#entry(int, int, int)],
/// sorted.
final class Entries {

  private static final int MOST_SIZE = (1 << 19) - 1;
  private static final int MOST_POSITION = (1 << 12) - 1;
  private static final int DIGIT = 11;
  private static final int LEFT = Long.SIZE - Rarity.HASH_BITS;

  private long[] elements;
  private long[] entries;
  private long[] spareElements = {};
  private long[] spareEntries = {};
  private int size;

  Entries(int expected) {
    elements = new long[expected];
    entries = new long[expected];
  }

  /// A set that has an element at a position among its first ones. What has less before it sorts
  /// first. Sizes and positions that do not fit count as the largest that fit.
  static long entry(int set, int setSize, int position) {
    return (long) Math.min(position, MOST_POSITION) << 51
        | (long) Math.min(setSize, MOST_SIZE) << 32
        | set;
  }

  static int set(long entry) {
    return (int) entry;
  }

  /// At least so far behind the beginning of the set.
  static int position(long entry) {
    return (int) (entry >>> 51);
  }

  void clear() {
    size = 0;
  }

  void add(long element, long entry) {
    if (size == elements.length) {
      int more = size + size / 2 + 1024;
      elements = Arrays.copyOf(elements, more);
      entries = Arrays.copyOf(entries, more);
    }
    elements[size] = element;
    entries[size++] = entry;
  }

  int size() {
    return size;
  }

  long element(int at) {
    return elements[at];
  }

  long[] entries() {
    return entries;
  }

  /// The first place of an element or of a greater one, by [#order(long)].
  int place(long element) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = low + high >>> 1;
      if (Long.compareUnsigned(order(elements[middle]), order(element)) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Where the run of the element at a place ends.
  int end(int at) {
    int end = at + 1;
    while (end < size && elements[end] == elements[at]) {
      end++;
    }
    return end;
  }

  /// By the hash of the element, whose high bits are spread evenly.
  static long order(long element) {
    return element << LEFT;
  }

  /// Sorts by element, unsigned by [#order(long)]: three passes over the highest bits that differ,
  /// and then what these leave.
  ///
  /// @param known how many of the highest bits are the same in all
  void sort(int known) {
    for (int digit = 3; digit > 0; digit--) {
      pass(64 - known - DIGIT * digit, LEFT);
    }
    settle();
  }

  /// Sorts by element as a signed number.
  void sortWhole() {
    long all = 0;
    for (int i = 1; i < size; i++) {
      all |= elements[i] ^ elements[0];
    }
    for (int i = 0; i < size; i++) {
      elements[i] ^= Long.MIN_VALUE;
    }
    for (int shift = 0; shift < 64; shift += DIGIT) {
      if (all >>> shift << 64 - DIGIT != 0) {
        pass(shift, 0);
      }
    }
    for (int i = 0; i < size; i++) {
      elements[i] ^= Long.MIN_VALUE;
    }
  }

  private void pass(int shift, int left) {
    if (spareElements.length < size) {
      spareElements = new long[elements.length];
      spareEntries = new long[elements.length];
    }
    int[] starts = new int[(1 << DIGIT) + 1];
    int mask = (1 << DIGIT) - 1;
    for (int i = 0; i < size; i++) {
      starts[((int) (elements[i] << left >>> shift) & mask) + 1]++;
    }
    for (int i = 0; i < mask; i++) {
      starts[i + 1] += starts[i];
    }
    for (int i = 0; i < size; i++) {
      int to = starts[(int) (elements[i] << left >>> shift) & mask]++;
      spareElements[to] = elements[i];
      spareEntries[to] = entries[i];
    }
    long[] elementsBefore = elements;
    long[] entriesBefore = entries;
    elements = spareElements;
    entries = spareEntries;
    spareElements = elementsBefore;
    spareEntries = entriesBefore;
  }

  private void settle() {
    for (int i = 1; i < size; i++) {
      long element = elements[i];
      long entry = entries[i];
      int at = i;
      while (at > 0 && Long.compareUnsigned(order(elements[at - 1]), order(element)) > 0) {
        elements[at] = elements[at - 1];
        entries[at] = entries[at - 1];
        at--;
      }
      elements[at] = element;
      entries[at] = entry;
    }
  }
}

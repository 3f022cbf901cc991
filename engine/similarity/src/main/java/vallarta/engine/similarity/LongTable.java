package vallarta.engine.similarity;

import java.util.Arrays;

/// A hash table from longs to indices, in two primitive arrays (open addressing, linear probing, at
/// most 2/3 full).
final class LongTable {

  /// What [#get(long)] says of a key that is not there.
  static final int NONE = -1;

  /// 2^64 by the golden ratio: spreads keys that follow each other (D. E. Knuth, The art of
  /// computer programming 3, section 6.4).
  private static final long FIBONACCI = 0x9e3779b97f4a7c15L;

  private long[] keys = new long[16];
  private int[] values = new int[16];
  private int size;

  LongTable() {
    Arrays.fill(values, NONE);
  }

  int size() {
    return size;
  }

  int get(long key) {
    return values[slot(keys, values, key)];
  }

  /// @param value not negative
  void put(long key, int value) {
    int slot = slot(keys, values, key);
    if (values[slot] == NONE) {
      size++;
    }
    keys[slot] = key;
    values[slot] = value;
    if (3L * size > 2L * keys.length) {
      grow();
    }
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    long[] newKeys = new long[oldKeys.length * 2];
    int[] newValues = new int[oldKeys.length * 2];
    Arrays.fill(newValues, NONE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != NONE) {
        int slot = slot(newKeys, newValues, oldKeys[i]);
        newKeys[slot] = oldKeys[i];
        newValues[slot] = oldValues[i];
      }
    }
    keys = newKeys;
    values = newValues;
  }

  private static int slot(long[] keys, int[] values, long key) {
    int mask = keys.length - 1;
    int slot = (int) (key * FIBONACCI >>> Long.numberOfLeadingZeros(mask));
    while (values[slot] != NONE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}

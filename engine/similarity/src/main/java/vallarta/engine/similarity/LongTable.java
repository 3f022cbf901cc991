package vallarta.engine.similarity;

import java.util.Arrays;

/// A hash table from longs to indices, in two primitive arrays (open addressing, linear probing, at
/// most 2/3 full).
final class LongTable {

  /// What [#get(long)] says of a key that is not there.
  static final int NONE = -1;

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
    int slot = (int) Hash.mix(key) & mask;
    while (values[slot] != NONE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}

package vallarta.bench.similarity.peers;

import java.util.Arrays;

/// Twenty bands of six components: a pair exactly at 0.8 becomes a candidate with probability 1 -
/// (1 - 0.8^6)^20 = 0.998.
final class Bands {

  static final int ROWS = 6;
  static final int COUNT = 20;
  static final int COMPONENTS = ROWS * COUNT;

  private static final int PLACE_BITS = 24;
  private static final int PLACE = (1 << PLACE_BITS) - 1;

  /// By band: the high bits of the key of each text, and its place.
  private final long[][] entries;

  Bands(int texts) {
    if (texts > PLACE) {
      throw new IllegalArgumentException("more texts than " + PLACE);
    }
    entries = new long[COUNT][texts];
  }

  void put(int band, int text, long key) {
    entries[band][text] = key & ~(long) PLACE | text;
  }

  /// Shows the verification all buckets of two texts or more.
  void verify(Verification verification) {
    for (int band = 0; band < COUNT; band++) {
      long[] sorted = entries[band];
      Arrays.parallelSort(sorted);
      int[] bucket = new int[sorted.length];
      int size = 0;
      for (int i = 0; i < sorted.length; i++) {
        bucket[size++] = (int) (sorted[i] & PLACE);
        if (i + 1 == sorted.length || sorted[i] >>> PLACE_BITS != sorted[i + 1] >>> PLACE_BITS) {
          if (size > 1) {
            verification.bucket(bucket, size);
          }
          size = 0;
        }
      }
    }
  }
}

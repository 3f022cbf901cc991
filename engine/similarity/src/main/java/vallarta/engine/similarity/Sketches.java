package vallarta.engine.similarity;

import java.util.Arrays;

/// A few bits of every text, by which most pairs that are no near-duplicates are known for such at
/// the cost of some instructions. It never turns a near-duplicate away.
///
/// Every shingle flips one of 128 bits. A shingle that only one of two texts has flips its bit in
/// one of them only, so the bits in which the two differ are no more than the shingles in which
/// they differ (the bitmap filter of E. Sandes, G. Teodoro, A. Melo, "Bitmap filter: speeding up
/// exact set similarity joins with bitwise operations", Information Systems 88, 2020). Words and
/// names set bits likewise: a name whose bit no word of the other text has set is not there.
final class Sketches {

  private static final int SHINGLES = 0;
  private static final int WORDS = 2;
  private static final int NAMES = 4;
  private static final int LONGS = 6;

  private final double differing;
  private long[] bits = new long[64 * LONGS];
  private int[] sizes = new int[64];
  private boolean[] strict = new boolean[64];
  private int size;

  Sketches(double threshold) {
    this.differing = (1 - threshold) / (1 + threshold);
  }

  void add(Features features) {
    if (size == sizes.length) {
      bits = Arrays.copyOf(bits, size * 2 * LONGS);
      sizes = Arrays.copyOf(sizes, size * 2);
      strict = Arrays.copyOf(strict, size * 2);
    }
    int base = size * LONGS;
    for (long shingle : features.shingles()) {
      bits[place(base + SHINGLES, shingle)] ^= 1L << shingle;
    }
    for (long word : features.words()) {
      bits[place(base + WORDS, word)] |= 1L << word;
    }
    for (long name : features.names()) {
      bits[place(base + NAMES, name)] |= 1L << name;
    }
    sizes[size] = features.shingles().length;
    strict[size] = Telling.isStrict(features);
    size++;
  }

  /// Whether the two texts, by their numbers in the order of adding, may be near-duplicates.
  boolean mayBeAlike(int one, int other) {
    int a = one * LONGS;
    int b = other * LONGS;
    int flipped = Long.bitCount(bits[a] ^ bits[b]) + Long.bitCount(bits[a + 1] ^ bits[b + 1]);
    if (flipped > differing * (sizes[one] + sizes[other]) + 1e-6) {
      return false;
    }
    return !strict[one] && !strict[other]
        || (absent(a, b) | absent(a + 1, b + 1) | absent(b, a) | absent(b + 1, a + 1)) == 0;
  }

  private long absent(int one, int other) {
    return bits[one + NAMES] & ~bits[other + WORDS];
  }

  private static int place(int base, long hash) {
    return base + (int) (hash >>> 6 & 1);
  }
}

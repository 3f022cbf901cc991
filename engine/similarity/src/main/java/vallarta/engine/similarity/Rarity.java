package vallarta.engine.similarity;

import java.io.Serializable;
import java.util.Arrays;

/// About how many texts have each shingle: an order of all shingles, the rarest first.
///
/// Near-duplicates are searched by their rarest shingles. Any one order finds the same pairs; this
/// one finds them with the fewest comparisons. So counts may be rough: shingles share slots, and a
/// count above eight is kept as its logarithm (R. Morris, "Counting large numbers of events in
/// small registers", CACM 21(10), 1978).
///
/// An element is a shingle in this order, in 48 bits: the class of its count in the five high ones,
/// 43 bits of its hash behind them. Different shingles with the same 43 bits meet in one of a
/// thousand million pairs of texts of a hundred.
public final class Rarity implements Serializable {

  private static final long serialVersionUID = 1;

  /// The class of a shingle that one text has, and no other that was counted.
  public static final int SINGLE = 1;

  static final int HASH_BITS = 43;
  static final long HASH = (1L << HASH_BITS) - 1;
  private static final int CACHED = 22;
  private static final int EXACT = 8;
  private static final int HIGHEST = 53;

  private final byte[] counts;
  private final int mask;
  private final Part whole = new Part(0, 1);

  /// @param texts about how many will be counted
  public Rarity(long texts) {
    int bits = 64 - Long.numberOfLeadingZeros(Math.max(1, texts) * 32 - 1);
    this.counts = new byte[1 << Math.clamp(bits, 10, 28)];
    this.mask = counts.length - 1;
  }

  /// Counts the shingles of a text.
  public void count(long[] shingles) {
    for (long shingle : shingles) {
      raise((int) shingle & mask, whole);
    }
  }

  /// Into how many parts the counting is cut.
  int parts(int threads) {
    return Math.max(Integer.highestOneBit(threads), counts.length >>> CACHED);
  }

  /// Counts an element, by its lower half, if its slot is in a part.
  void count(int element, Part part) {
    int slot = element & mask;
    if (slot >>> part.shift(counts.length) == part.number) {
      raise(slot, part);
    }
  }

  /// One of equal parts of a table, so many that they are a power of two, with random numbers of
  /// its own.
  static final class Part implements Serializable {

    private static final long serialVersionUID = 1;

    private final int number;
    private final int bits;
    private long random;

    Part(int number, int parts) {
      this.number = number;
      this.bits = Integer.numberOfTrailingZeros(parts);
      this.random = Hash.mix(number);
    }

    private int shift(int slots) {
      return Integer.numberOfTrailingZeros(slots) - bits;
    }
  }

  private void raise(int slot, Part part) {
    int count = counts[slot];
    if (count < EXACT) {
      counts[slot]++;
    } else if (count < HIGHEST) {
      part.random = next(part.random);
      counts[slot] += (part.random & odds(count)) == 0 ? 1 : 0;
    }
  }

  private static long odds(int count) {
    return (1L << (count - EXACT) / 2 + 1) - 1;
  }

  private static long next(long random) {
    long x = random ^ random << 13;
    x ^= x >>> 7;
    return x ^ x << 17;
  }

  /// Adds the counts of other texts. Small counts are added exactly.
  public void merge(Rarity other) {
    if (other.counts.length != counts.length) {
      throw new IllegalArgumentException("tables of different sizes");
    }
    for (int i = 0; i < counts.length; i++) {
      int sum = counts[i] + other.counts[i];
      counts[i] =
          (byte)
              (sum <= EXACT
                  ? sum
                  : Math.clamp(Math.max(counts[i], other.counts[i]) + 1, 0, HIGHEST));
    }
  }

  /// The element of a shingle.
  public long element(long shingle) {
    int count = counts[(int) shingle & mask];
    int rank = count < EXACT ? count : EXACT + (count - EXACT) / 2;
    return (long) rank << HASH_BITS | shingle & HASH;
  }

  /// The class of an element: 0 of what was never counted, [#SINGLE] of what was counted once.
  public static int rank(long element) {
    return (int) (element >>> HASH_BITS);
  }

  /// About how many texts have an element.
  public static long about(long element) {
    int rank = rank(element);
    return rank < EXACT ? rank : 4 + (4L << rank - EXACT);
  }

  /// The elements of shingles, the rarest first.
  public long[] elements(long[] shingles) {
    long[] elements = shingles.clone();
    order(elements);
    return elements;
  }

  /// Makes elements of shingles, or of elements in another order, in place.
  void order(long[] shingles) {
    for (int i = 0; i < shingles.length; i++) {
      shingles[i] = element(shingles[i]);
    }
    Arrays.sort(shingles);
  }
}

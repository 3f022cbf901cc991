package vallarta.engine.similarity;

import java.util.Arrays;

/// Turns a set of shingles into the keys of its bands.
///
/// Row i of a signature is the least of hash i over the set: two sets have it in common with the
/// probability of their Jaccard coefficient (A. Z. Broder, 1997). Hash i is the mixer of [Hash] on
/// the shingle plus the i-th multiple of an odd constant, which makes it one of a family of
/// permutations of the 64-bit numbers.
final class MinHash {

  private static final long STEP = 0xd1342543de82ef95L;

  private final Bands bands;
  private final long[] least;

  MinHash(Bands bands) {
    this.bands = bands;
    this.least = new long[bands.hashes()];
  }

  /// One key for each band. Not to be called by two threads at once.
  long[] keys(long[] shingles) {
    Arrays.fill(least, Long.MAX_VALUE);
    for (long shingle : shingles) {
      long at = shingle;
      for (int i = 0; i < least.length; i++) {
        at += STEP;
        least[i] = Math.min(least[i], Hash.mix(at));
      }
    }
    long[] keys = new long[bands.bands()];
    for (int band = 0; band < keys.length; band++) {
      long key = Hash.mix(band);
      for (int row = 0; row < bands.rows(); row++) {
        key = Hash.chain(key, least[band * bands.rows() + row]);
      }
      keys[band] = key;
    }
    return keys;
  }
}

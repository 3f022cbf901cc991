package vallarta.engine.similarity;

import java.util.Arrays;

/// What is compared of a text. Two texts with equal features are the same text to the engine:
/// copies.
///
/// @param shingles a sorted set
/// @param words all tokens of content, a sorted set
/// @param names those of them that the text writes as names, a sorted set
/// @param marks numbers, negations and conditions, sorted, each as often as it is there
/// @param opposites words with a prefix that negates, each followed by the word without it
/// @param size how many words of content; two characters of a script without spaces count as one
record Features(
    long[] shingles, long[] words, long[] names, long[] marks, long[] opposites, int size) {

  static Features of(String text) {
    return Tokenizer.read(text).features();
  }

  double jaccard(Features other) {
    if (shingles.length == 0 || other.shingles.length == 0) {
      return 0;
    }
    int shared = shared(shingles, other.shingles, 0);
    return (double) shared / (shingles.length + other.shingles.length - shared);
  }

  /// The same as comparing [#jaccard(Features)], without counting on when it cannot be reached
  /// anymore.
  boolean jaccardReaches(double threshold, Features other) {
    int both = shingles.length + other.shingles.length;
    int needed = (int) Math.ceil(threshold / (1 + threshold) * both - 1e-6);
    int smaller = Math.min(shingles.length, other.shingles.length);
    if (smaller == 0 || smaller < needed) {
      return false;
    }
    int shared = shared(shingles, other.shingles, needed);
    return shared >= threshold * (both - shared) - 1e-9;
  }

  boolean has(long word) {
    return Arrays.binarySearch(words, word) >= 0;
  }

  long marksHash() {
    return Hash.chain(Hash.START, marks);
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Features other
        && size == other.size
        && Arrays.equals(shingles, other.shingles)
        && Arrays.equals(words, other.words)
        && Arrays.equals(names, other.names)
        && Arrays.equals(marks, other.marks)
        && Arrays.equals(opposites, other.opposites);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(longHash());
  }

  long longHash() {
    return Hash.chain(Hash.chain(Hash.chain(Hash.START, shingles), names), marks);
  }

  private static int shared(long[] a, long[] b, int needed) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < a.length
        && j < b.length
        && shared + Math.min(a.length - i, b.length - j) >= needed) {
      long difference = Long.compare(a[i], b[j]);
      shared += difference == 0 ? 1 : 0;
      i += difference <= 0 ? 1 : 0;
      j += difference >= 0 ? 1 : 0;
    }
    return shared;
  }
}

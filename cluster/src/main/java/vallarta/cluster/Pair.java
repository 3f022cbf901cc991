package vallarta.cluster;

/// Whether two sets of shingles are alike, and whether they still can be.
final class Pair {

  /// Forgives what floating numbers lose, as the engine does.
  private static final double ROUNDING = 1e-9;

  private Pair() {}

  /// The fewest shingles that two sets of these sizes share when they are alike.
  static int needed(int one, int other, double threshold) {
    return (int) Math.ceil(threshold / (1 + threshold) * ((double) one + other) - ROUNDING);
  }

  /// Whether two sets can be alike whose first common shingle stands at these places of their
  /// orders: what follows must be enough (Xiao and others, 2008).
  static boolean mayBeAlike(int size, int at, int otherSize, int otherAt, double threshold) {
    return Math.min(size - at, otherSize - otherAt) >= needed(size, otherSize, threshold);
  }

  /// Whether two ranges of sorted sets have the Jaccard coefficient, without counting on when it
  /// cannot be reached anymore.
  static boolean alike(
      long[] a, int from, int to, long[] b, int otherFrom, int otherTo, double threshold) {
    int needed = needed(to - from, otherTo - otherFrom, threshold);
    int i = from;
    int j = otherFrom;
    int shared = 0;
    while (i < to && j < otherTo) {
      if (shared + Math.min(to - i, otherTo - j) < needed) {
        return false;
      }
      int difference = Long.compareUnsigned(a[i], b[j]);
      shared += difference == 0 ? 1 : 0;
      i += difference <= 0 ? 1 : 0;
      j += difference >= 0 ? 1 : 0;
    }
    return shared > 0 && shared >= needed;
  }
}

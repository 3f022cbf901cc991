package vallarta.engine.similarity;

/// What two sets must share for their Jaccard coefficient to reach a threshold, and what follows
/// from it for the search: filters of the set-similarity join (C. Xiao, W. Wang, X. Lin, J. X. Yu,
/// G. Wang, "Efficient similarity joins for near-duplicate detection", ACM TODS 36(3), 2011,
/// section 3). None of them loses a pair.
///
/// Sets are of elements in one order, the rarest first.
public final class Overlap {

  private static final double SLACK = 1e-9;
  private static final double CAUTION = 1e-6;

  private final double threshold;

  /// @param threshold of the Jaccard coefficient, in (0, 1]
  public Overlap(double threshold) {
    this.threshold = threshold;
  }

  /// How many elements two sets of these sizes must share.
  public int needed(int one, int other) {
    int both = one + other;
    int shared = (int) Math.ceil(threshold / (1 + threshold) * both - CAUTION);
    while (shared < threshold * (both - shared) - SLACK) {
      shared++;
    }
    return shared;
  }

  /// The least size of a set that can be alike to one of this size.
  public int smallest(int size) {
    return (int) Math.ceil(threshold * size - CAUTION);
  }

  /// The greatest size of a set that can be alike to one of this size.
  public int largest(int size) {
    return (int) Math.floor(size / threshold + CAUTION);
  }

  /// How many first elements of a set are looked at: two alike sets have one of them in common.
  public int probed(int size) {
    return size - smallest(size) + 1;
  }

  /// How many first elements of the smaller of two sets are enough for that.
  public int indexed(int size) {
    return size - (int) Math.ceil(2 * threshold / (1 + threshold) * size - CAUTION) + 1;
  }

  /// Whether a set of this size can be alike to any other than itself.
  public boolean hasOthers(int size) {
    return size >= threshold * (size + 1) - SLACK;
  }
}

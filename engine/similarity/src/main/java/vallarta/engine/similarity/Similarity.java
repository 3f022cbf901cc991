package vallarta.engine.similarity;

/// When two texts count as near-duplicates.
///
/// They do when the Jaccard coefficient of their shingles (A. Z. Broder, "On the resemblance and
/// containment of documents", SEQUENCES 1997) reaches the threshold and, where it is asked for,
/// nothing tells them apart: no other number, no other negation or condition, no other name.
/// RATIONALE.md says what a shingle is, what tells apart, and why the thresholds are what they are.
///
/// @param threshold the least Jaccard coefficient of a pair, in [0.1, 1]
/// @param isTold whether one telling word is enough to keep two texts apart
public record Similarity(double threshold, boolean isTold) {

  /// For statements, of which each word counts: five sixths of the shingles shared, nothing that
  /// tells apart.
  public static final Similarity STATEMENTS = new Similarity(5.0 / 6, true);

  /// For comments and letters, which come as copies with changes: four fifths of the shingles
  /// shared.
  public static final Similarity LETTERS = new Similarity(0.8, false);

  public Similarity {
    if (!(threshold >= 0.1 && threshold <= 1)) {
      throw new IllegalArgumentException("the threshold must be in [0.1, 1]: " + threshold);
    }
  }

  /// How much two texts share: the Jaccard coefficient of their shingles, 0 to 1. A text without
  /// any sign has none in common with any other.
  public static double of(String one, String other) {
    return Features.of(one).jaccard(Features.of(other));
  }

  /// Whether two texts are near-duplicates by these settings.
  public boolean alike(String one, String other) {
    return alike(Features.of(one), Features.of(other));
  }

  boolean alike(Features one, Features other) {
    return one.jaccardReaches(threshold, other) && !(isTold && Telling.apart(one, other));
  }
}

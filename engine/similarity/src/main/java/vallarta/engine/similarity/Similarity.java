package vallarta.engine.similarity;

/// When two texts count as near-duplicates, and with what certainty such a pair is found.
///
/// Two texts are near-duplicates when the Jaccard coefficient of their shingles (A. Z. Broder, "On
/// the resemblance and containment of documents", SEQUENCES 1997) reaches the threshold and nothing
/// tells them apart: no other number, no other negation or condition, no other name. The README of
/// the module says what a shingle is and what tells apart.
///
/// @param threshold the least Jaccard coefficient of a pair, in [0.1, 1]
/// @param recall the least probability that a pair exactly at the threshold becomes a candidate, in
///   (0, 1); pairs above it are found with more
public record Similarity(double threshold, double recall) {

  /// The settings for statements and for documents alike: five sixths of the shingles shared, 0.999
  /// of such pairs found.
  public static final Similarity STANDARD = new Similarity(5.0 / 6, 0.999);

  public Similarity {
    if (!(threshold >= 0.1 && threshold <= 1)) {
      throw new IllegalArgumentException("the threshold must be in [0.1, 1]: " + threshold);
    }
    if (!(recall > 0 && recall < 1)) {
      throw new IllegalArgumentException("the recall must be in (0, 1): " + recall);
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
    return one.jaccardReaches(threshold, other) && !Telling.apart(one, other);
  }
}

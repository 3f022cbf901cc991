package vallarta.engine.similarity;

/// How a signature is cut: so many bands of so many rows.
///
/// Two sets of Jaccard coefficient s agree in a row with probability s, in a whole band with
/// s^rows, and in at least one band with 1 - (1 - s^rows)^bands, the S-curve of J. Leskovec, A.
/// Rajaraman and J. D. Ullman, "Mining of Massive Datasets" (2nd ed. 2014), section 3.4.2.
record Bands(int bands, int rows) {

  /// The most hashes a signature may have: more rows leave fewer vain candidates, but every text
  /// pays for them.
  private static final int MOST_HASHES = 128;

  /// The bands with the most rows within the cost whose S-curve at the threshold is at least the
  /// recall.
  static Bands of(Similarity similarity) {
    Bands best = new Bands(needed(similarity, 1), 1);
    for (int rows = 2; rows <= MOST_HASHES; rows++) {
      long bands = needed(similarity, rows);
      if (bands * rows <= MOST_HASHES) {
        best = new Bands((int) bands, rows);
      }
    }
    return best;
  }

  /// The probability that two sets of that Jaccard coefficient become candidates.
  double probability(double jaccard) {
    return 1 - Math.pow(1 - Math.pow(jaccard, rows), bands);
  }

  int hashes() {
    return bands * rows;
  }

  private static int needed(Similarity similarity, int rows) {
    double agree = Math.pow(similarity.threshold(), rows);
    if (agree >= 1) {
      return 1;
    }
    return (int) Math.ceil(Math.log1p(-similarity.recall()) / Math.log1p(-agree));
  }
}

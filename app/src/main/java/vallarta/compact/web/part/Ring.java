package vallarta.compact.web.part;

/// The sign of a dimension: six rings around a person, of which one is filled, and its letter. Six
/// colours could not be told apart; shape and letter can.
public final class Ring {

  private static final String LETTERS = "HCLNRG";

  /// Of the middle of each ring, in a square of 26.
  private static final String[] RADII = {"0.9", "2.7", "4.9", "7", "9.1", "11.3"};

  private Ring() {}

  /// H, C, L, N, R or G for the rings 1 to 6, the innermost first: human, community, local,
  /// national, regional, global.
  public static String letter(int ring) {
    return LETTERS.substring(ring - 1, ring);
  }

  static String radius(int ring) {
    return RADII[ring - 1];
  }
}

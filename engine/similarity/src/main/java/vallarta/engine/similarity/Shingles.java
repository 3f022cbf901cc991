package vallarta.engine.similarity;

import java.util.Arrays;

/// Cuts a sequence of tokens into its set of shingles: every two words, or four characters of a
/// script without spaces, that stand one after the other; the beginning and the end of the text
/// count as words. A shingle that comes again is another one ("the second 'special rapporteur'"),
/// so that repetition is not lost.
final class Shingles {

  private static final int WIDTH = 2 * Tokens.WORD;
  private static final long EDGE = Hash.of("\n");

  private Shingles() {}

  static long[] of(LongArray tokens, LongArray units) {
    int last = tokens.size();
    long[] shingles = new long[last == 0 ? 0 : last + 1];
    for (int start = -1; start < last && last > 0; start++) {
      long shingle = Hash.START;
      int width = 0;
      for (int at = start; at <= last && width < WIDTH; at++) {
        boolean edge = at < 0 || at == last;
        shingle = Hash.chain(shingle, edge ? EDGE : tokens.get(at));
        width += edge ? Tokens.WORD : (int) units.get(at);
      }
      shingles[start + 1] = shingle;
    }
    Arrays.sort(shingles);
    number(shingles);
    return shingles;
  }

  /// Makes the second and every later occurrence of a shingle one of its own.
  private static void number(long[] sorted) {
    int occurrence = 0;
    boolean again = false;
    long last = 0;
    for (int i = 0; i < sorted.length; i++) {
      occurrence = i > 0 && sorted[i] == last ? occurrence + 1 : 0;
      last = sorted[i];
      if (occurrence > 0) {
        sorted[i] = Hash.chain(last, occurrence);
        again = true;
      }
    }
    if (again) {
      Arrays.sort(sorted);
    }
  }
}

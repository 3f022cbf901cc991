package vallarta.testkit.coding;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Terms of a thesaurus as large as one likes, every other one taken from a real one and every
/// other one from the words of real texts: rows of words, words as they stand, beginnings of words,
/// and rows with moves.
public final class GrownTerms {

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern BETWEEN_HAN = Pattern.compile("(?<=\\p{IsHan})(?=\\p{IsHan})");

  /// Shorter words of an alphabet are mostly those that no thesaurus has.
  private static final int SHORTEST = 4;

  private final List<String> terms;
  private final List<String> texts;
  private final Random random;

  private GrownTerms(List<String> terms, List<String> texts, long seed) {
    this.terms = terms;
    this.texts = texts;
    this.random = new Random(seed);
  }

  /// Without end, some of them more than once; always the same for the same seed.
  ///
  /// @param terms of a thesaurus
  public static Stream<String> grow(List<String> terms, List<String> texts, long seed) {
    GrownTerms grown = new GrownTerms(terms, texts, seed);
    return Stream.generate(grown::next).filter(term -> !term.isBlank());
  }

  private String next() {
    if (random.nextBoolean()) {
      return terms.get(random.nextInt(terms.size()));
    }
    List<String> words = words(texts.get(random.nextInt(texts.size())));
    int first = words.isEmpty() ? 0 : random.nextInt(words.size());
    int last = Math.min(words.size(), first + 1 + random.nextInt(4));
    String row = String.join(" ", words.subList(first, last));
    if (row.length() < SHORTEST && !HAN.matcher(row).find()) {
      return "";
    }
    int part = Math.min(row.length(), Math.max(SHORTEST, row.length() * 2 / 3));
    return switch (random.nextInt(10)) {
      case 0, 1 -> "=" + row;
      case 2, 3 -> row.substring(0, part).strip() + "*";
      case 4 -> row + " ~" + random.nextInt(6);
      default -> row;
    };
  }

  private static List<String> words(String text) {
    return Arrays.stream(NO_LETTERS.split(text))
        .flatMap(BETWEEN_HAN::splitAsStream)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}

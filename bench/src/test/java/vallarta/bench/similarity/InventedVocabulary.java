package vallarta.bench.similarity;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Words of no language, in the scripts of four.
final class InventedVocabulary {

  private static final int RUNNING = 20_000;

  private InventedVocabulary() {}

  static Vocabulary vocabulary() {
    return new Vocabulary(
        Map.of(
            Language.ENGLISH, words("bdfgklmnprstvz", "aeiou", 3),
            Language.ARABIC, words("بتثجحخدذرزسش", "اوي", 3),
            Language.CHINESE, words("人民工作国家报告会议保护权利移徙者在地方社区发展", "", 1),
            Language.SPANISH, words("bdfgklmnprstvz", "aei\u0301o\u0301u", 3)));
  }

  /// Words from syllables, the first of them far more often than the last.
  private static Words words(String consonants, String vowels, int syllables) {
    SplittableRandom random = new SplittableRandom(7);
    List<String> known =
        IntStream.range(0, 3_000)
            .mapToObj(i -> word(random, consonants, vowels, syllables))
            .toList();
    return Words.of(
        IntStream.range(0, RUNNING)
            .mapToObj(i -> known.get((int) (known.size() * Math.pow(random.nextDouble(), 2))))
            .toList());
  }

  private static String word(
      SplittableRandom random, String consonants, String vowels, int syllables) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append(consonants.charAt(random.nextInt(consonants.length())));
      if (!vowels.isEmpty()) {
        word.append(vowels.charAt(random.nextInt(vowels.length())));
      }
    }
    return word.toString();
  }
}

package vallarta.compact.consultation.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vallarta.compact.language.Language;
import vallarta.testkit.SharedData;
import vallarta.testkit.coding.GrownTerms;
import vallarta.testkit.coding.LabelledText;

/// Lucene's monitor is the judge: the same phrases in the same places.
final class PhraseFinderTest {

  private static final int ONE_MEGABYTE = 1 << 20;

  @ParameterizedTest
  @EnumSource(Language.class)
  void findsWhatTheMonitorFindsInInventedTexts(Language language) {
    for (long seed = 1; seed <= 5; seed++) {
      Random random = new Random(seed);
      String[] words = words(language);
      Compiled compiled = Compiled.of(language, Stream.generate(() -> term(words, random)), 400);
      List<String> texts =
          Stream.generate(() -> row(words, random, random.nextInt(30))).limit(300).toList();

      assertThat(compiled.compare(texts, 1)).as("seed %d", seed).isGreaterThan(1000);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void countsMovesAsTheMonitorDoesWhereWordsOccurTwice(long seed) {
    Random random = new Random(seed);
    String[] words = {"pim", "pam", "pum"};
    Stream<String> terms =
        Stream.generate(() ->
            row(words, random, 2 + random.nextInt(4)).strip() + " ~" + (1 + random.nextInt(8)));
    List<String> texts =
        Stream.generate(() -> row(words, random, random.nextInt(14))).limit(400).toList();

    assertThat(Compiled.of(Language.ZH, terms, 200).compare(texts, 1)).isGreaterThan(1000);
  }

  @Test
  void findsPhrasesThatOverlapAndShareTheirBeginnings() {
    Compiled compiled =
        Compiled.of(
            Language.EN,
            Stream.of(
                "pim pam",
                "pam pim",
                "pim pam pim",
                "pim pam pim pam",
                "pam",
                "pim the pim",
                "pim the the pam",
                "=pim pam",
                "p* pam",
                "pi* p* pim",
                "pim pim",
                "pim pim pim"),
            100);

    assertThat(compiled.compare(List.of("pim pam pim pam pim pim pim pim pam the pim"), 1))
        .isEqualTo(32);
  }

  @Test
  void findsNothingWhereThereAreNoWords() {
    Compiled compiled = Compiled.of(Language.EN, Stream.of("pim", "the", "pim pam ~3"), 3);

    assertThat(compiled.compare(List.of("", " ", "\n\t…;", "\u00AD\u200B", "the of", "\uD83D"), 1))
        .isZero();
    assertThat(compiled.ours().find(List.of())).isEmpty();
    assertThat(Compiled.of(Language.EN, Stream.of(), 0).ours().find(List.of("pim")))
        .containsExactly(Map.of());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void findsWhatTheMonitorFindsInAVeryLongText(Language language) {
    Random random = new Random(7);
    String[] words = words(language);
    Compiled compiled = Compiled.of(language, Stream.generate(() -> term(words, random)), 60);
    StringBuilder various = new StringBuilder();
    while (various.length() < ONE_MEGABYTE) {
      various.append(row(words, random, 20)).append("x".repeat(random.nextInt(600))).append(". ");
    }

    assertThat(compiled.compare(List.of(various.toString()), 1)).isGreaterThan(10_000);
  }

  @Test
  void findsWhatTheMonitorFindsInAVeryLongTextOfOneWord() {
    Compiled compiled =
        Compiled.of(
            Language.EN,
            Stream.of("pim", "=pim", "p*", "pim pim", "pim the pim", "pim pim pim ~2", "pim pam"),
            7);
    String text = "pim ".repeat(ONE_MEGABYTE / 4);

    assertThat(compiled.compare(List.of(text, "pam", text), 1)).isGreaterThan(3_000_000);
  }

  @ParameterizedTest
  @CsvSource({"300", "3000"})
  void findsWhatTheMonitorFindsInRecommendations(int phrases) throws IOException {
    List<String> texts =
        LabelledText.read(SharedData.get("statements")).stream()
            .map(LabelledText::text)
            .limit(20_000)
            .toList();
    Compiled compiled =
        Compiled.of(Language.EN, GrownTerms.grow(shipped(Language.EN), texts, 6), phrases);

    assertThat(compiled.phrases()).hasSize(phrases);
    assertThat(compiled.compare(texts, 500)).isGreaterThan(20_000);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void findsWhatTheMonitorFindsInTranslations(Language language) throws IOException {
    List<String> texts =
        Files.readAllLines(SharedData.get("languages/un-parallel." + language.tag() + ".txt"));
    Compiled compiled = Compiled.of(language, GrownTerms.grow(shipped(language), texts, 6), 2000);

    assertThat(compiled.phrases()).hasSize(2000);
    assertThat(compiled.compare(texts, 100)).isGreaterThan(1000);
  }

  private static List<String> shipped(Language language) {
    return Thesaurus.shipped().terms().stream()
        .filter(term -> term.language() == language && term.kind() != Term.Kind.ALL)
        .map(Term::text)
        .toList();
  }

  /// Of every kind that the small language of the thesaurus has.
  private static String term(String[] words, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> row(words, random, 1);
      case 1 -> row(words, random, 1 + random.nextInt(4));
      case 2 -> "=" + row(words, random, 1 + random.nextInt(3));
      case 3 -> beginning(words, random);
      case 4 ->
          row(words, random, random.nextInt(3))
              + beginning(words, random)
              + " "
              + row(words, random, 1);
      default -> row(words, random, 2 + random.nextInt(2)).strip() + " ~" + random.nextInt(5);
    };
  }

  private static String beginning(String[] words, Random random) {
    String word = words[random.nextInt(words.length)];
    return word.substring(0, 1 + random.nextInt(word.length())) + "*";
  }

  private static String row(String[] words, Random random, int count) {
    List<String> row = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      row.add(words[random.nextInt(words.length)]);
    }
    return String.join(" ", row) + (count > 0 ? " " : "");
  }

  /// Forms of few words, so that many phrases are found, some words that are too common to count,
  /// and signs that change nothing.
  private static String[] words(Language language) {
    String words =
        switch (language) {
          case EN ->
              "Migrant migrants’ migration migrating MIGRATED the of to children child's 1951 well-being na\u00AFive";
          case FR ->
              "L’enfant l'enfants migrante migrants migrer droits Droit du des la réfugiés refugies d’asile jusqu'ici";
          case ES ->
              "migrante Migrantes migración migrar niños nin\u0303os niñas de la los derecho derechos trabajó";
          case RU ->
              "мигрант мигрантов МИГРАНТАМ миграция для и в дети детей ребёнок ребенок права право труда";
          case AR ->
              "المهاجرون مهاجر والمهاجرين الأطفال الاطفال طفل في من حقوق حقـــوق حُقُوقٌ العمّال عمال";
          case ZH -> "移徙 工人 移徙工人 儿童 权利 的 国 法 国际法 院 SDG sdg ４ 人权";
        };
    return words.split(" ");
  }
}

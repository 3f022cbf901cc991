package vallarta.bench.similarity;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The words of all languages of the invented texts.
final class Vocabulary {

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern ASCII = Pattern.compile("[!-~]+");

  private final Map<Language, Words> words = new EnumMap<>(Language.class);

  Vocabulary(Map<Language, Words> words) {
    this.words.putAll(words);
  }

  /// Reads the words of speeches, statements and resolutions.
  static Vocabulary read(Path data) throws IOException {
    List<String> english = new ArrayList<>(RealTexts.speeches(data));
    english.addAll(RealTexts.statements(data));
    return new Vocabulary(
        Map.of(
            Language.ENGLISH,
            words(english, ASCII.asMatchPredicate()),
            Language.ARABIC,
            words(
                RealTexts.resolutions(data, "ar"),
                word ->
                    word.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.ARABIC)),
            Language.CHINESE,
            signs(RealTexts.resolutions(data, "zh")),
            Language.SPANISH,
            words(
                RealTexts.resolutions(data, "es").stream()
                    .map(text -> Normalizer.normalize(text, Normalizer.Form.NFD))
                    .toList(),
                word -> true)));
  }

  Words of(Language language) {
    return Objects.requireNonNull(words.get(language), language::name);
  }

  private static Words words(List<String> texts, Predicate<String> kept) {
    return Words.of(
        texts.stream()
            .flatMap(BLANKS::splitAsStream)
            .filter(word -> !word.isEmpty())
            .filter(kept)
            .toList());
  }

  /// A script without blanks: each character is a word, punctuation too.
  private static Words signs(List<String> texts) {
    return Words.of(
        texts.stream()
            .flatMapToInt(String::codePoints)
            .filter(c -> UnicodeScript.of(c) == UnicodeScript.HAN || "，。、；".indexOf(c) >= 0)
            .mapToObj(Character::toString)
            .toList());
  }
}

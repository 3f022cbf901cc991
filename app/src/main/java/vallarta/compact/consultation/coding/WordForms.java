package vallarta.compact.consultation.coding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import vallarta.compact.language.Language;

/// The two forms of a word of one language: its stem, and itself without case and accents.
/// Thread-safe.
///
/// Chinese has no stems and its characters are words of their own: a phrase of characters is found
/// wherever it stands, while a segmenter cuts the same words differently in different sentences.
final class WordForms {

  /// Marks inside a word that nobody sees: the soft hyphen, joiners, direction marks.
  private static final Pattern UNSEEN = Pattern.compile("[\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]");

  private static final Pattern FRENCH_ELISION =
      Pattern.compile("^(?:l|m|t|qu|n|s|j|d|c|jusqu|quoiqu|lorsqu|puisqu)'(?=.)");
  private static final Pattern ENGLISH_POSSESSIVE = Pattern.compile("'s?$");

  private static final Pattern ARABIC_SIGNS = Pattern.compile("[\\u0640\\u064B-\\u0652]");

  private final Language language;
  private final Analyzer stems;

  WordForms(Language language) {
    this.language = language;
    this.stems =
        switch (language) {
          case AR -> new ArabicAnalyzer();
          case EN -> new EnglishAnalyzer();
          case ES -> new SpanishAnalyzer();
          case FR -> new FrenchAnalyzer();
          case RU -> new RussianAnalyzer();
          case ZH -> new StandardAnalyzer();
        };
  }

  /// The stem, or empty for a word that is too common to be told apart ("the").
  Optional<String> stem(String word) {
    String plain = plain(word);
    try (TokenStream stream = stems.tokenStream("", plain)) {
      CharTermAttribute text = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      Optional<String> stem =
          stream.incrementToken() ? Optional.of(withoutAccents(text.toString())) : Optional.empty();
      while (stream.incrementToken()) {
        // a word stays one word, but a stream is read to its end
      }
      stream.end();
      return stem;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The word in lower case without accents, article or possessive.
  String folded(String word) {
    String lower = plain(word).toLowerCase(Locale.ROOT);
    return switch (language) {
      case FR -> withoutAccents(FRENCH_ELISION.matcher(lower).replaceFirst(""));
      case EN -> withoutAccents(ENGLISH_POSSESSIVE.matcher(lower).replaceFirst(""));
      case AR -> oneLetterForAll(lower);
      default -> withoutAccents(lower);
    };
  }

  private static String plain(String word) {
    return UNSEEN
        .matcher(Normalizer.normalize(word, Normalizer.Form.NFC))
        .replaceAll("")
        .replace('’', '\'')
        .replace('ʼ', '\'')
        .replace('ё', 'е')
        .replace('Ё', 'Е');
  }

  private static String withoutAccents(String word) {
    char[] folded = new char[word.length() * 4];
    int length = ASCIIFoldingFilter.foldToASCII(word.toCharArray(), 0, folded, 0, word.length());
    return new String(folded, 0, length);
  }

  /// One letter for the forms of alef, yeh and teh marbuta; neither vowel signs nor the drawn-out
  /// line.
  private static String oneLetterForAll(String word) {
    return ARABIC_SIGNS
        .matcher(word)
        .replaceAll("")
        .replaceAll("[آأإ]", "ا")
        .replace('ى', 'ي')
        .replace('ة', 'ه');
  }
}

package vallarta.compact.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/// Tells in which of the six languages a text is.
///
/// The script comes first: Arabic, Han and Cyrillic letters leave one of the six, which is taken
/// unless the text uses letters that this language does not have, as Persian, Japanese and
/// Ukrainian do, or lacks those that it always has. Texts in Latin letters are left to OpenNLP's
/// model of 103 languages, which is loaded when the first of them comes (1 s); a short line is
/// taken for the likeliest of English, French and Spanish unless another language is far likelier.
///
/// Thread-safe.
public final class LanguageDetector {

  private static final String MODEL = "/langdetect-183.bin";

  /// The beginning of a text says enough (UTF-16 code units).
  private static final int LOOKED_AT = 2_000;

  /// Below this many letters the model often names a language that nobody expects.
  private static final int SHORT = 60;

  /// How many times likelier another language must be than the best of the three to be believed.
  private static final double LIKELIER = 1.4;

  private static final double MUCH_LIKELIER = 6;

  /// A text of another language has at least this share of letters of its own.
  private static final double FOREIGN_SHARE = 0.015;

  /// So many letters of Russian hold an ы or э: together they are 2 % of its letters.
  private static final int ENOUGH_FOR_MARKED = 300;

  private static final Map<String, Language> LATIN =
      Map.of("eng", Language.EN, "fra", Language.FR, "spa", Language.ES);

  /// The language of a text, or empty if it is none of the six or holds no letters.
  public Optional<Language> detect(String text) {
    String start = start(text);
    Script script = Script.of(start);
    Language byScript = script.language();
    if (byScript == null) {
      return script.latin() ? latin(start, script.letters()) : Optional.empty();
    }
    boolean hasForeign = script.foreign() > script.letters() * FOREIGN_SHARE;
    boolean lacksMarked =
        byScript == Language.RU && script.letters() > ENOUGH_FOR_MARKED && script.marked() == 0;
    return hasForeign || lacksMarked ? Optional.empty() : Optional.of(byScript);
  }

  private static Optional<Language> latin(String text, int letters) {
    opennlp.tools.langdetect.Language[] likely =
        new LanguageDetectorME(Model.LOADED).predictLanguages(text);
    double needed = letters < SHORT ? MUCH_LIKELIER : LIKELIER;
    for (var guess : likely) {
      Language language = LATIN.get(guess.getLang());
      if (language != null) {
        boolean another = likely[0].getConfidence() > needed * guess.getConfidence();
        return another ? Optional.empty() : Optional.of(language);
      }
    }
    return Optional.empty();
  }

  private static String start(String text) {
    if (text.length() <= LOOKED_AT) {
      return text;
    }
    boolean cutsPair = Character.isHighSurrogate(text.charAt(LOOKED_AT - 1));
    return text.substring(0, cutsPair ? LOOKED_AT - 1 : LOOKED_AT);
  }

  /// Loaded by the first text in Latin letters.
  private static final class Model {

    static final LanguageDetectorModel LOADED = load();

    private static LanguageDetectorModel load() {
      try (InputStream in = LanguageDetector.class.getResourceAsStream(MODEL)) {
        if (in == null) {
          throw new IllegalStateException("the language model is not on the class path");
        }
        return new LanguageDetectorModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException("the language model cannot be read", e);
      }
    }
  }
}

package vallarta.engine.similarity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds where a statement begins behind its number: `12.3 `, `(a)`, `IV.`, `5)`, `一、`, `•`.
///
/// A number stays where it may be part of the sentence: `15 States`, `2017. `, `3.5 million`.
final class Numbering {

  private static final String LEVEL =
      "\\p{Nd}{1,3}(?:[.\\-]\\p{Nd}{1,3}){0,4}(?:[a-z]|\\s?(?:bis|ter))?";
  private static final String LETTER =
      "[\\p{L}&&[^\\p{IsHan}]]|[ivxlcIVXLC]{1,5}|[一二三四五六七八九十]{1,3}";
  private static final Pattern MARKED =
      Pattern.compile(
          "\\s*(?:[•·▪◦*\\-]+\\s|[(\\[](?:%s|%s)[)\\]]|(?:%s|%s)(?:\\)|\\.(?![\\p{L}\\p{Nd}])|、|-\\s))"
              .formatted(LEVEL, LETTER, LEVEL, LETTER));
  private static final Pattern BARE =
      Pattern.compile("\\s*\\p{Nd}{1,3}(?:\\.\\p{Nd}{1,3}){1,4}\\s+(?=(\\S+))");
  private static final int DEEPEST = 3;

  /// Of a number in Roman figures.
  private static final int LONGEST_LETTERS = 5;

  private Numbering() {}

  /// The offset of the first character that is not numbering; 0 where the text would be nothing
  /// else.
  static int end(CharSequence folded) {
    if (beginsWithWord(folded)) {
      return 0;
    }
    int end = 0;
    Matcher marked = MARKED.matcher(folded);
    for (int depth = 0; depth < DEEPEST; depth++) {
      if (marked.region(end, folded.length()).lookingAt()) {
        end = marked.end();
      }
    }
    Matcher bare = BARE.matcher(folded).region(end, folded.length());
    if (bare.lookingAt() && opensSentence(bare.group(1))) {
      end = bare.end();
    }
    return folded.chars().skip(end).anyMatch(Character::isLetterOrDigit) ? end : 0;
  }

  /// Whether a text begins with a word of ASCII letters that is no numbering, as most do.
  private static boolean beginsWithWord(CharSequence folded) {
    int letters = 0;
    while (letters < folded.length() && isLetter(folded.charAt(letters))) {
      letters++;
    }
    return letters > LONGEST_LETTERS
        || letters > 0 && letters < folded.length() && folded.charAt(letters) == ' ';
  }

  private static boolean isLetter(char unit) {
    return unit >= 'a' && unit <= 'z' || unit >= 'A' && unit <= 'Z';
  }

  private static boolean opensSentence(String word) {
    int first = word.codePointAt(0);
    return !Character.isLowerCase(first)
        && !Script.isDigit(first)
        && !Script.isTellingSign(first)
        && Lexicon.role(Hash.of(word)) != Lexicon.Role.TURNING
        && Lexicon.role(Hash.of(word.substring(0, Character.charCount(first))))
            != Lexicon.Role.TURNING;
  }
}

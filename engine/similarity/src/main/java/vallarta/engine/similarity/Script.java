package vallarta.engine.similarity;

import java.lang.Character.UnicodeScript;

/// What the tokenizer asks about a code point; answers for the basic plane are kept in a table.
final class Script {

  private static final int WORD = 1;
  private static final int DIGIT = 2;
  private static final int UNSPACED = 4;
  private static final int TELLING = 8;
  private static final int END = 16;
  private static final int UPPER = 32;
  private static final byte[] FACTS = new byte[1 << Character.SIZE];
  private static final char[] LOWER = new char[1 << Character.SIZE];

  static {
    for (int unit = 0; unit < FACTS.length; unit++) {
      FACTS[unit] = (byte) look(unit);
      LOWER[unit] = (char) Character.toLowerCase(Character.toUpperCase(unit));
    }
  }

  private Script() {}

  private static int look(int codePoint) {
    return (lookWord(codePoint) ? WORD : 0)
        | (Character.getType(codePoint) == Character.DECIMAL_DIGIT_NUMBER ? DIGIT : 0)
        | (lookUnspaced(codePoint) ? UNSPACED : 0)
        | (lookTelling(codePoint) ? TELLING : 0)
        | (".!?:;•·…。؟؛\"«“".indexOf(codePoint) >= 0 ? END : 0)
        | (Character.isUpperCase(codePoint) ? UPPER : 0);
  }

  private static boolean is(int codePoint, int fact) {
    return ((codePoint < FACTS.length ? FACTS[codePoint] : look(codePoint)) & fact) != 0;
  }

  static boolean isUpper(int codePoint) {
    return is(codePoint, UPPER);
  }

  /// The same for a capital, a small letter and a small letter that has no capital of its own.
  static int lower(int codePoint) {
    return codePoint < LOWER.length
        ? LOWER[codePoint]
        : Character.toLowerCase(Character.toUpperCase(codePoint));
  }

  static boolean isDigit(int codePoint) {
    return is(codePoint, DIGIT);
  }

  /// Part of a word: a letter, a digit, or a mark that folding has left.
  static boolean isWord(int codePoint) {
    return is(codePoint, WORD);
  }

  private static boolean lookWord(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || codePoint >= 0x80
            && (1 << Character.getType(codePoint)
                    & (1 << Character.NON_SPACING_MARK
                        | 1 << Character.COMBINING_SPACING_MARK
                        | 1 << Character.OTHER_NUMBER
                        | 1 << Character.LETTER_NUMBER))
                != 0;
  }

  /// Of a script that writes no spaces between words, where each character is a token.
  static boolean isUnspaced(int codePoint) {
    return is(codePoint, UNSPACED);
  }

  private static boolean lookUnspaced(int codePoint) {
    if (codePoint < 0x0e00) {
      return false;
    }
    return switch (UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
      default -> false;
    };
  }

  static boolean isArabic(int codePoint) {
    return codePoint >= 0x0620 && codePoint <= 0x064a;
  }

  /// A sign that says something beside words: a currency, a per cent, a comparison.
  static boolean isTellingSign(int codePoint) {
    return is(codePoint, TELLING);
  }

  private static boolean lookTelling(int codePoint) {
    return codePoint == '%'
        || codePoint == '٪'
        || codePoint == '‰'
        || codePoint == '<'
        || codePoint == '>'
        || codePoint == '≤'
        || codePoint == '≥'
        || Character.getType(codePoint) == Character.CURRENCY_SYMBOL;
  }

  /// After which a new sentence begins, where a capital says nothing.
  static boolean endsSentence(int codePoint) {
    return is(codePoint, END);
  }
}

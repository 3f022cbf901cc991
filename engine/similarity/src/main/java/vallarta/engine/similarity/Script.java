package vallarta.engine.similarity;

import java.lang.Character.UnicodeScript;

/// What the tokenizer asks about a code point.
final class Script {

  private Script() {}

  static boolean isDigit(int codePoint) {
    return codePoint < 0x80
        ? codePoint >= '0' && codePoint <= '9'
        : Character.getType(codePoint) == Character.DECIMAL_DIGIT_NUMBER;
  }

  /// Part of a word: a letter, a digit, or a mark that folding has left.
  static boolean isWord(int codePoint) {
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
    return ".!?:;•·…。؟؛\"«“".indexOf(codePoint) >= 0;
  }
}

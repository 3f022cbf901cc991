package vallarta.compact.consultation.reading;

/// Signs that a line ends or goes on a sentence, in any of the six languages.
final class Sentences {

  private static final String ENDS = ".!?:;。！？：；؟؛…";
  private static final String CLOSERS = "\"'”’»)]）】」』*";

  private Sentences() {}

  /// Whether the text ends with a stop, colon or semicolon, quotation marks and brackets left
  /// aside.
  static boolean isEnded(CharSequence text) {
    int i = lastShown(text);
    while (i >= 0 && CLOSERS.indexOf(text.charAt(i)) >= 0) {
      i--;
    }
    return i >= 0 && ENDS.indexOf(text.charAt(i)) >= 0;
  }

  /// Whether the text can only be the rest of a sentence: it begins with a small letter.
  static boolean goesOn(CharSequence text) {
    int c = first(text);
    return c >= 0 && Character.isLowerCase(c);
  }

  /// Whether two ends that meet are of a script written without blanks between words.
  static boolean joinWithoutBlank(CharSequence before, CharSequence after) {
    int last = lastShown(before);
    int first = first(after);
    return last >= 0 && first >= 0 && isHan(before.charAt(last)) && isHan(first);
  }

  private static boolean isHan(int c) {
    return Character.isIdeographic(c)
        || (c >= 0x3000 && c <= 0x303F)
        || (c >= 0xFF01 && c <= 0xFF1F);
  }

  private static int lastShown(CharSequence text) {
    int i = text.length() - 1;
    while (i >= 0 && Character.isWhitespace(text.charAt(i))) {
      i--;
    }
    return i;
  }

  private static int first(CharSequence text) {
    return text.codePoints().filter(c -> !Character.isWhitespace(c)).findFirst().orElse(-1);
  }
}

package vallarta.engine.similarity;

/// Reads a number in digits of any script, in one of its writings: `1,000`, `1.000`, `1 000` and
/// `1000` are one number, `3.5` and `3,5` another.
final class Numerals {

  private static final String SEPARATORS = ".,'٫٬ ";

  private final CharSequence text;
  private final StringBuilder number = new StringBuilder();
  private int at;

  private Numerals(CharSequence text, int start) {
    this.text = text;
    this.at = start;
  }

  /// Puts the number that begins at an offset into a builder and returns the offset behind it.
  static int read(CharSequence text, int start, StringBuilder into) {
    Numerals reader = new Numerals(text, start);
    reader.digits();
    while (reader.continues()) {
      reader.digits();
    }
    into.setLength(0);
    into.append(reader.number);
    return reader.at;
  }

  /// Steps over a separator where the number goes on behind it.
  private boolean continues() {
    int group = at + 1 < text.length() ? digitsFrom(at + 1) : 0;
    if (group == 0 || SEPARATORS.indexOf(text.charAt(at)) < 0) {
      return false;
    }
    boolean first = number.length() <= 3 && number.charAt(0) != '0';
    boolean thousands = group == 3 && (first || at >= 4 && text.charAt(at - 4) == text.charAt(at));
    if (!thousands) {
      if (text.charAt(at) == ' ') {
        return false;
      }
      number.append('.');
    }
    at++;
    return true;
  }

  private void digits() {
    while (at < text.length() && Script.isDigit(Character.codePointAt(text, at))) {
      int codePoint = Character.codePointAt(text, at);
      at += Character.charCount(codePoint);
      if (number.length() == 1 && number.charAt(0) == '0') {
        number.setLength(0);
      }
      number.append((char) ('0' + Character.digit(codePoint, 10)));
    }
  }

  /// How many digits follow each other, 4 for more than three.
  private int digitsFrom(int start) {
    int count = 0;
    int end = start;
    while (end < text.length() && count < 4 && Script.isDigit(Character.codePointAt(text, end))) {
      end += Character.charCount(Character.codePointAt(text, end));
      count++;
    }
    return count;
  }
}

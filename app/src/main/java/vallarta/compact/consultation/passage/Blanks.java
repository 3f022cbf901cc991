package vallarta.compact.consultation.passage;

/// White space of all scripts: what counts as blank, and how runs of it are folded.
final class Blanks {

  private Blanks() {}

  /// Whether a character separates words without being one: also no-break, ideographic and
  /// zero-width spaces and the byte order mark.
  static boolean isBlank(char c) {
    return c <= ' '
        || c == '\u00A0'
        || c == '\u0085'
        || (c >= '\u2000' && c <= '\u200B')
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u202F'
        || c == '\u205F'
        || c == '\u3000'
        || c == '\uFEFF';
  }

  /// The text with every run of blanks made one, and none at its ends.
  static String fold(CharSequence text) {
    var folded = new StringBuilder(text.length());
    boolean pending = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isBlank(c)) {
        pending = !folded.isEmpty();
      } else {
        if (pending) {
          folded.append(' ');
          pending = false;
        }
        folded.append(c);
      }
    }
    return folded.toString();
  }

  /// The text with each blank as a plain one: of the same length, so that offsets stay.
  static String level(String text, int start, int end) {
    var level = new char[end - start];
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      level[i - start] = isBlank(c) ? ' ' : c;
    }
    return new String(level);
  }

  /// The first offset from start, before end, that is not blank.
  static int skip(String text, int start, int end) {
    int at = start;
    while (at < end && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// The offset after the last character before end, from start, that is not blank.
  static int trim(String text, int start, int end) {
    int at = end;
    while (at > start && isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /// The folded text, cut at a word where it is longer than a limit.
  static String shorten(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int cut = text.lastIndexOf(' ', limit - 1);
    int end = cut > limit / 2 ? cut : limit - 1;
    if (Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}

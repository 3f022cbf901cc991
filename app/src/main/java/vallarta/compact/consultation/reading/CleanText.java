package vallarta.compact.consultation.reading;

import java.text.Normalizer;

/// Makes text of formats alike: NFC, ligatures and presentation forms as plain letters, white space
/// folded to single blanks, without soft hyphens, direction controls and other characters that
/// nobody sees.
final class CleanText {

  private static final char BULLET = '•';

  private CleanText() {}

  /// The text on one line, without white space at its ends.
  static String line(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean blank = false;
    boolean marks = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        blank = true;
        continue;
      }
      if (isUnseen(c)) {
        continue;
      }
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          continue;
        }
        blank = separate(out, blank);
        out.append(c).append(text.charAt(++i));
        continue;
      }
      blank = separate(out, blank);
      marks |= c >= '\u0300';
      append(out, c);
    }
    return marks ? Normalizer.normalize(out, Normalizer.Form.NFC) : out.toString();
  }

  /// The plain letters that a ligature or positional form stands for.
  static String letters(String form) {
    return form.length() == 1 && isCompatibilityForm(form.charAt(0))
        ? Normalizer.normalize(form, Normalizer.Form.NFKC)
        : form;
  }

  private static boolean separate(StringBuilder out, boolean blank) {
    if (blank && !out.isEmpty()) {
      out.append(' ');
    }
    return false;
  }

  private static void append(StringBuilder out, char c) {
    if (isCompatibilityForm(c)) {
      out.append(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
    } else if (isPrivateBullet(c)) {
      out.append(BULLET);
    } else {
      out.append(c);
    }
  }

  /// Latin and Arabic ligatures and positional forms, and the radicals that Chinese PDF files write
  /// for characters.
  private static boolean isCompatibilityForm(char c) {
    return (c >= '\uFB00' && c <= '\uFD3D')
        || (c >= '\uFD50' && c <= '\uFDFC')
        || (c >= '\uFE70' && c <= '\uFEFC')
        || (c >= '\u2E80' && c <= '\u2FD5');
  }

  /// Bullets of the Symbol and Wingdings fonts.
  private static boolean isPrivateBullet(char c) {
    return c == '\uF0B7' || c == '\uF0A7' || c == '\uF0D8' || c == '\uF0FC' || c == '\uF076';
  }

  private static boolean isUnseen(char c) {
    return c < ' '
        || (c >= '\uE000' && c <= '\uF8FF' && !isPrivateBullet(c))
        || (c >= '\u007F' && c <= '\u009F')
        || c == '\u00AD'
        || c == '\u034F'
        || c == '\u061C'
        || c == '\u200B'
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2060' && c <= '\u206F')
        || c == '\uFEFF'
        || (c >= '\uFFF9' && c <= '\uFFFC')
        || c == '\uFFFE'
        || c == '\uFFFF';
  }
}

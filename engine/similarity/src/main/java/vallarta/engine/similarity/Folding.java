package vallarta.engine.similarity;

import java.text.Normalizer;

/// Takes from a text what is writing and not wording, all but the case: width, ligatures,
/// diacritics, harakat, tatweel, invisible characters.
///
/// Compatibility decomposition (Unicode Standard Annex 15, NFKD), then without the combining marks
/// of the Latin, Greek, Cyrillic, Hebrew and Arabic scripts. Marks of other scripts, such as Thai
/// or Devanagari vowel signs, are letters to their readers and stay.
final class Folding {

  private Folding() {}

  static String fold(String text) {
    if (isAscii(text)) {
      return text;
    }
    return strip(Normalizer.normalize(text, Normalizer.Form.NFKD));
  }

  /// Of a decomposed text.
  static String strip(String decomposed) {
    StringBuilder folded = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      fold(decomposed.charAt(i), folded);
    }
    return folded.toString();
  }

  private static void fold(char unit, StringBuilder out) {
    switch (unit) {
      case 'œ' -> out.append("oe");
      case 'Œ' -> out.append("Oe");
      case 'æ' -> out.append("ae");
      case 'Æ' -> out.append("Ae");
      case 'ß' -> out.append("ss");
      case 'ة' -> out.append('ه');
      case 'ى', 'ی' -> out.append('ي');
      case 'ک' -> out.append('ك');
      case '’', '‘', 'ʼ', '`', '´' -> out.append('\'');
      case '‐', '‑', '‒', '–', '—', '−' -> out.append('-');
      case 'ـ' -> {} // tatweel only stretches a word
      default -> {
        if (!isMark(unit) && Character.getType(unit) != Character.FORMAT) {
          out.append(unit);
        }
      }
    }
  }

  private static boolean isMark(char unit) {
    return unit >= '\u0300' && unit <= '\u036f'
        || unit >= '\u0483' && unit <= '\u0487'
        || unit >= '\u0591'
            && unit <= '\u05c7'
            && Character.getType(unit) == Character.NON_SPACING_MARK
        || unit >= '\u0610'
            && unit <= '\u06ed'
            && Character.getType(unit) == Character.NON_SPACING_MARK
        || unit >= '\u1ab0' && unit <= '\u1aff'
        || unit >= '\u1dc0' && unit <= '\u1dff'
        || unit >= '\u20d0' && unit <= '\u20f0';
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80 || text.charAt(i) == '`') {
        return false;
      }
    }
    return true;
  }
}

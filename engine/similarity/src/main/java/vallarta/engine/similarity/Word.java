package vallarta.engine.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A word of a text as it stands there, or a character where a script writes no spaces.
///
/// @param written with the signs and blanks after it; the first of a text has those before it, too
/// @param folded what is compared
/// @param halves what it counts: [Tokens#WORD], a character of a script without spaces half
record Word(String written, String folded, int halves) {

  boolean same(Word other) {
    return folded.equals(other.folded);
  }

  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    int from = 0;
    int at = skipSigns(text, 0);
    while (at < text.length()) {
      int first = text.codePointAt(at);
      boolean unspaced = Script.isUnspaced(first);
      int end = unspaced ? afterMarks(text, at + Character.charCount(first)) : afterWord(text, at);
      int next = skipSigns(text, end);
      words.add(
          new Word(
              text.substring(from, next),
              Folding.fold(text.substring(at, end)).toLowerCase(Locale.ROOT),
              unspaced ? 1 : Tokens.WORD));
      from = next;
      at = next;
    }
    if (words.isEmpty() && !text.isBlank()) {
      words.add(new Word(text, text.strip(), Tokens.WORD));
    }
    return words;
  }

  private static int skipSigns(String text, int from) {
    int at = from;
    while (at < text.length() && !Script.isWord(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static int afterWord(String text, int from) {
    int at = from;
    while (at < text.length() && isInWord(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static boolean isInWord(int codePoint) {
    return Script.isWord(codePoint) && !Script.isUnspaced(codePoint)
        || Character.getType(codePoint) == Character.FORMAT;
  }

  private static int afterMarks(String text, int from) {
    int at = from;
    while (at < text.length()
        && Character.getType(text.codePointAt(at)) == Character.NON_SPACING_MARK) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }
}

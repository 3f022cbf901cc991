package vallarta.engine.similarity;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A text as the tokenizer reads it: UTF-16 units in a buffer that is used again, without what is
/// writing and not wording. See [Folding] for what is taken away.
///
/// What becomes of a unit does not depend on the units beside it, so it is looked up. Two things
/// do: pairs of surrogates, and marks in a row, whose order is part of the normal form; a text that
/// has them is folded as a whole. Not thread-safe.
final class Folded implements CharSequence {

  private static final char GONE = 0xffff;
  private static final char SEVERAL = 0xfffe;
  private static final char WHOLE = 0xfffd;
  private static final char[] ONE = new char[1 << Character.SIZE];
  private static final Map<Character, char[]> MORE = new HashMap<>();
  private static final char[] NONE = {};

  static {
    for (int unit = 0; unit < ONE.length; unit++) {
      ONE[unit] = look((char) unit);
    }
  }

  char[] units = new char[1024];
  int length;

  private static char look(char unit) {
    if (Character.isSurrogate(unit) || unit >= WHOLE) {
      return WHOLE;
    }
    String folded = Folding.strip(Normalizer.normalize(String.valueOf(unit), Normalizer.Form.NFKD));
    if (folded.length() == 1) {
      return folded.charAt(0);
    }
    if (folded.isEmpty()) {
      return GONE;
    }
    MORE.put(unit, folded.toCharArray());
    return SEVERAL;
  }

  void read(String text) {
    length = 0;
    need(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!append(text.charAt(i))) {
        whole(text);
        return;
      }
    }
  }

  /// Reads UTF-8; what is malformed becomes U+FFFD, as everywhere in Java.
  void read(byte[] utf8, int from, int to) {
    need(to - from);
    int at = from;
    while (at < to && utf8[at] >= 0) {
      units[at - from] = ONE[utf8[at]];
      at++;
    }
    length = at - from;
    if (at < to) {
      read(new String(utf8, from, to - from, StandardCharsets.UTF_8));
    }
  }

  private boolean append(char unit) {
    char folded = ONE[unit];
    if (folded < WHOLE) {
      if (length == units.length) {
        need(length + 1);
      }
      units[length++] = folded;
      return folded < 0x300 || !isMarkBehindMark();
    }
    if (folded == SEVERAL) {
      for (char part : MORE.getOrDefault(unit, NONE)) {
        need(length + 1);
        units[length++] = part;
        if (isMarkBehindMark()) {
          return false;
        }
      }
    }
    return folded != WHOLE;
  }

  private boolean isMarkBehindMark() {
    return length > 1 && isMark(units[length - 1]) && isMark(units[length - 2]);
  }

  private static boolean isMark(char unit) {
    int type = Character.getType(unit);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private void whole(String text) {
    String folded = Folding.fold(text);
    need(folded.length());
    folded.getChars(0, folded.length(), units, 0);
    length = folded.length();
  }

  private void need(int size) {
    if (size > units.length) {
      units = Arrays.copyOf(units, Math.max(size, units.length * 2));
    }
  }

  int codePointAt(int index) {
    return Character.codePointAt(units, index, length);
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return units[index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new String(units, start, end - start);
  }

  @Override
  public String toString() {
    return new String(units, 0, length);
  }
}

package vallarta.compact.consultation.passage;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import vallarta.compact.language.Language;

/// A word, a Chinese character, a number or a mark of punctuation of a sentence, in the form in
/// which cues are compared.
///
/// @param form lower case, without accents, vowel signs and variants of letters
/// @param bare the form without an Arabic conjunction before it; for all others the form
/// @param start offset in the sentence
/// @param end offset after it
/// @param type what it is
record Word(String form, String bare, int start, int end, Type type) {

  enum Type {
    WORD,
    NUMBER,
    MARK
  }

  private static final int SHORTEST_WITH_CLITIC = 4;

  /// The words of a sentence, in order; quotation marks and brackets of quotes are left out.
  static List<Word> list(String text, Language language) {
    var words = new ArrayList<Word>(text.length() / 4 + 4);
    int at = 0;
    while (at < text.length()) {
      int code = text.codePointAt(at);
      int next = at + Character.charCount(code);
      if (Character.isIdeographic(code)) {
        words.add(of(text, at, next, Type.WORD, language));
      } else if (Character.isDigit(code)) {
        next = endOfNumber(text, next);
        words.add(of(text, at, next, Type.NUMBER, language));
      } else if (Character.isLetter(code)) {
        next = endOfWord(text, next);
        words.add(of(text, at, next, Type.WORD, language));
      } else if (isMark(code)) {
        words.add(of(text, at, next, Type.MARK, language));
      }
      at = next;
    }
    return words;
  }

  private static boolean isMark(int code) {
    return code < 0x10000 && ",;:()%.?!،؛؟٪，；：（）％。？！、—–$€£¥".indexOf(code) >= 0;
  }

  private static int endOfNumber(String text, int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean inside =
          (c == '.' || c == ',' || c == '٫' || c == '٬' || c == '\u00A0')
              && at + 1 < text.length()
              && Character.isDigit(text.charAt(at + 1));
      if (!Character.isDigit(c) && !inside) {
        break;
      }
      at++;
    }
    return at;
  }

  private static int endOfWord(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int code = text.codePointAt(at);
      boolean part =
          (Character.isLetter(code) && !Character.isIdeographic(code))
              || Character.getType(code) == Character.NON_SPACING_MARK
              || Character.isDigit(code)
              || code == '\u0640';
      if (!part) {
        break;
      }
      at += Character.charCount(code);
    }
    return at;
  }

  private static Word of(String text, int start, int end, Type type, Language language) {
    String form = form(text, start, end);
    String bare = form;
    if (language == Language.AR && form.length() >= SHORTEST_WITH_CLITIC) {
      char first = form.charAt(0);
      if (first == 'و' || first == 'ف') {
        bare = form.substring(1);
      }
    }
    return new Word(form, bare, start, end, type);
  }

  private static String form(String text, int start, int end) {
    boolean plain = true;
    for (int i = start; i < end && plain; i++) {
      plain = text.charAt(i) >= 'a' && text.charAt(i) <= 'z';
    }
    String word = text.substring(start, end);
    return plain ? word : fold(word);
  }

  private static String fold(String word) {
    boolean ascii = word.chars().allMatch(c -> c < 0x80);
    String source = ascii ? word : Normalizer.normalize(word, Normalizer.Form.NFKD);
    var form = new StringBuilder(source.length());
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\u0306' && !form.isEmpty() && form.charAt(form.length() - 1) == 'и') {
        form.setCharAt(form.length() - 1, 'й');
      } else if (Character.getType(c) != Character.NON_SPACING_MARK && c != '\u0640') {
        form.append(c == 'ى' ? 'ي' : Character.toLowerCase(c));
      }
    }
    return form.toString();
  }
}

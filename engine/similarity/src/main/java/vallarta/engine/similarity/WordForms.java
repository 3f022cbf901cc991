package vallarta.engine.similarity;

import java.util.List;

/// What can be told from the letters of a word alone.
final class WordForms {

  private static final List<String> ARABIC_ARTICLES = List.of("ال", "بال", "كال", "فال", "لل");
  private static final int SHORTEST_STEM = 4;

  private WordForms() {}

  /// Takes a leading "and" and then the article from an Arabic word (the prefixes of light10: L. S.
  /// Larkey, L. Ballesteros, M. E. Connell, SIGIR 2002).
  static void stripArabic(StringBuilder word) {
    if (word.charAt(0) == 'و' && word.length() >= 4) {
      word.deleteCharAt(0);
    }
    for (String article : ARABIC_ARTICLES) {
      if (word.length() >= article.length() + 2 && startsWith(word, article)) {
        word.delete(0, article.length());
        return;
      }
    }
  }

  /// Tells the tokens of each word that this one would be without a prefix that negates.
  static void findOpposites(StringBuilder word, long token, Tokens tokens) {
    for (String prefix : Lexicon.opposites()) {
      if (word.length() >= prefix.length() + SHORTEST_STEM && startsWith(word, prefix)) {
        tokens.opposite(token, Hash.of(word.subSequence(prefix.length(), word.length())));
      }
    }
  }

  /// Whether the capitals of a text say nothing, because no longer word is without them.
  static boolean isShouting(CharSequence text) {
    int letters = 0;
    boolean lower = false;
    boolean upper = false;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isLetter(unit)) {
        letters++;
        lower |= Character.isLowerCase(unit);
        upper |= Character.isUpperCase(unit);
        if (letters >= 3 && lower) {
          return false;
        }
      } else {
        letters = 0;
        lower = false;
      }
    }
    return upper;
  }

  private static boolean startsWith(StringBuilder word, String prefix) {
    for (int i = 0; i < prefix.length(); i++) {
      if (word.charAt(i) != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}

package vallarta.compact.consultation.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words in a row as a matching term writes them, in the small language of the thesaurus:
///
/// - `decent work`: the words in any of their forms, one after the other;
/// - `=CEDAW`: the words as they stand, in upper or lower case;
/// - `migra*`: all words that begin so, accents and case apart;
/// - `protection of victims ~2`: with up to two moves of words in between;
/// - `trafficking + victims`: in a term of the kind `all`, two of these anywhere in the text.
///
/// @param words in their order
/// @param slop how many moves of words are allowed, as Lucene counts them
record Phrase(List<Word> words, int slop) {

  /// How a word is compared with those of a text.
  enum Form {
    STEM,
    EXACT,
    PREFIX
  }

  /// Characters without blanks between them; they may still be several words of the language
  /// (`sans-papiers`).
  record Word(Form form, String text) {}

  /// Raised for a text that is no term.
  static final class BadTerm extends Exception {
    private static final long serialVersionUID = 1;

    BadTerm(String message) {
      super(message);
    }
  }

  private static final Pattern SLOP = Pattern.compile("(.*\\S)\\s+~(\\d{1,2})");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern PLUS = Pattern.compile("\\s+\\+\\s+");

  Phrase {
    words = List.copyOf(words);
  }

  /// The phrases of a term, all of which must be found: one, unless its kind is `all`.
  static List<Phrase> parse(Term.Kind kind, String term) throws BadTerm {
    if (kind != Term.Kind.ALL) {
      return List.of(parse(term));
    }
    List<Phrase> phrases = new ArrayList<>();
    for (String part : PLUS.split(term.strip(), -1)) {
      phrases.add(parse(part));
    }
    if (phrases.size() < 2) {
      throw new BadTerm("a term of the kind all has two or more parts with ` + ` between them");
    }
    return phrases;
  }

  /// Why the text is no term of that kind, or empty when it is one.
  static Optional<String> flaw(Term.Kind kind, String term) {
    try {
      parse(kind, term);
      return Optional.empty();
    } catch (BadTerm e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static Phrase parse(String written) throws BadTerm {
    Matcher sloppy = SLOP.matcher(written.strip());
    boolean slop = sloppy.matches();
    String text = slop ? sloppy.group(1) : written.strip();
    boolean exact = text.startsWith("=");
    String row = exact ? text.substring(1).strip() : text;
    if (row.isEmpty()) {
      throw new BadTerm("no words");
    }
    List<Word> words = new ArrayList<>();
    for (String word : BLANKS.split(row)) {
      words.add(word(word, exact ? Form.EXACT : Form.STEM));
    }
    return new Phrase(words, slop ? Integer.parseInt(sloppy.group(2)) : 0);
  }

  private static Word word(String word, Form form) throws BadTerm {
    boolean prefix = word.endsWith("*");
    String text = prefix ? word.substring(0, word.length() - 1) : word;
    if (text.isEmpty() || text.indexOf('*') >= 0) {
      throw new BadTerm("a star stands only at the end of a word");
    }
    if (text.charAt(0) == '~' || text.charAt(0) == '=' || text.equals("+")) {
      throw new BadTerm("a sign out of place: " + text);
    }
    return new Word(prefix ? Form.PREFIX : form, text);
  }
}

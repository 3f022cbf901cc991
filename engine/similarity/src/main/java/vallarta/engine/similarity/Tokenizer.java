package vallarta.engine.similarity;

/// Reads a text into tokens: words without their case, numbers without their writing, single
/// characters where a script writes no spaces. Not thread-safe; one for each text.
final class Tokenizer {

  private static final long NOT = Hash.of("not");

  private final String text;
  private final boolean shouting;
  private final Tokens tokens = new Tokens();
  private final StringBuilder word = new StringBuilder();
  private int at;
  private boolean sentenceStart = true;

  private Tokenizer(String folded) {
    this.text = folded;
    this.shouting = WordForms.isShouting(folded);
    this.at = Numbering.end(folded);
  }

  static Tokens read(String text) {
    Tokenizer tokenizer = new Tokenizer(Folding.fold(text));
    tokenizer.words();
    if (tokenizer.tokens.isEmpty()) {
      tokenizer.signs();
    }
    return tokenizer.tokens;
  }

  private void words() {
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (Script.isDigit(codePoint)) {
        number();
      } else if (Script.isUnspaced(codePoint)) {
        unspaced(codePoint);
      } else if (Script.isWord(codePoint)) {
        word();
      } else {
        if (Script.isTellingSign(codePoint)) {
          tokens.addMark(Lexicon.canonical(Hash.of(Character.toString(codePoint))), Tokens.WORD);
        }
        sentenceStart |= Script.endsSentence(codePoint);
        at += Character.charCount(codePoint);
        continue;
      }
      sentenceStart = false;
    }
  }

  /// A text of no words at all still has its signs.
  private void signs() {
    text.codePoints()
        .filter(
            codePoint -> !Character.isWhitespace(codePoint) && !Character.isISOControl(codePoint))
        .forEach(codePoint -> tokens.add(Hash.mix(codePoint), 1));
  }

  private void unspaced(int codePoint) {
    at += Character.charCount(codePoint);
    long token = Hash.of(Character.toString(codePoint));
    switch (Lexicon.role(token)) {
      case PASSED -> tokens.pass(token);
      case TURNING -> tokens.addMark(Lexicon.canonical(token), 1);
      case CONTENT -> tokens.add(token, 1);
    }
  }

  private void number() {
    at = Numerals.read(text, at, word);
    tokens.addMark(Lexicon.canonical(Hash.of(word)), Tokens.WORD);
  }

  private void word() {
    int start = at;
    word.setLength(0);
    int capitals = 0;
    boolean capital = Character.isUpperCase(text.codePointAt(at));
    boolean mark = false;
    boolean negated = false;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (!Script.isWord(codePoint) || Script.isUnspaced(codePoint)) {
        if (isContractedNot(codePoint)) {
          word.setLength(word.length() - 1);
          at += 2;
          negated = true;
        } else if (isInsideWord(codePoint)) {
          at++;
          continue;
        }
        break;
      }
      at += Character.charCount(codePoint);
      capitals += Character.isUpperCase(codePoint) ? 1 : 0;
      mark |= Script.isDigit(codePoint);
      word.appendCodePoint(Character.toLowerCase(Character.toUpperCase(codePoint)));
    }
    boolean name = !shouting && (capitals >= 2 || capital && !sentenceStart);
    boolean asWritten = name && (capitals >= 2 || word.length() == 1);
    add(mark || isItem(start), name, asWritten);
    if (negated) {
      tokens.addMark(NOT, Tokens.WORD);
    }
  }

  /// @param asWritten that it is no word of grammar, for it is written as an acronym or as a letter
  ///   of its own: `WHO`, `A`
  private void add(boolean mark, boolean name, boolean asWritten) {
    long token = Hash.of(word);
    Lexicon.Role role = Lexicon.role(token);
    if (role == Lexicon.Role.CONTENT && word.length() > 0 && Script.isArabic(word.charAt(0))) {
      WordForms.stripArabic(word);
      token = Hash.of(word);
      role = Lexicon.role(token);
    }
    if (mark || role == Lexicon.Role.TURNING) {
      tokens.addMark(Lexicon.canonical(token), Tokens.WORD);
    } else if (role == Lexicon.Role.PASSED && !asWritten) {
      tokens.pass(token);
    } else if (name) {
      tokens.addName(token);
    } else {
      tokens.add(token, Tokens.WORD);
    }
    WordForms.findOpposites(word, token, tokens);
  }

  /// Whether a word is the letter of an item in a text: `article 5 (c)`, but not `State(s)`.
  private boolean isItem(int start) {
    return word.length() == 1
        && start > 0
        && text.charAt(start - 1) == '('
        && at < text.length()
        && text.charAt(at) == ')'
        && (start == 1 || !Character.isLetter(text.charAt(start - 2)));
  }

  /// Whether a sign only joins a word: the hyphen after a short prefix (`co-operation`, `OP-CAT`),
  /// the point of initials (`U.N.`).
  private boolean isInsideWord(int codePoint) {
    if (at + 1 >= text.length() || !Character.isLetter(text.codePointAt(at + 1))) {
      return false;
    }
    return codePoint == '-' && word.length() <= 3
        || codePoint == '.' && Character.isUpperCase(text.charAt(at + 1)) && endsWithInitial();
  }

  private boolean endsWithInitial() {
    return Character.isUpperCase(text.charAt(at - 1))
        && (at < 2 || !Character.isLetterOrDigit(text.charAt(at - 2)));
  }

  private boolean isContractedNot(int codePoint) {
    return codePoint == '\''
        && word.length() > 1
        && word.charAt(word.length() - 1) == 'n'
        && at + 1 < text.length()
        && Character.toLowerCase(text.charAt(at + 1)) == 't'
        && (at + 2 == text.length() || !Script.isWord(text.codePointAt(at + 2)));
  }
}

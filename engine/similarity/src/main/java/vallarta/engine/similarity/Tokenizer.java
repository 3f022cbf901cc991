package vallarta.engine.similarity;

/// Reads a text into tokens: words without their case, numbers without their writing, single
/// characters where a script writes no spaces. Not thread-safe; used again for the next text.
final class Tokenizer {

  private static final long NOT = Hash.of("not");

  private final Folded text = new Folded();
  private final StringBuilder word = new StringBuilder();
  private final Tokens tokens;
  private boolean shouting;
  private boolean sentenceStart;
  private int at;

  Tokenizer(Tokens tokens) {
    this.tokens = tokens;
  }

  /// Features of one text.
  static Tokens read(String text) {
    Tokens tokens = new Tokens(true);
    new Tokenizer(tokens).tokens(text);
    return tokens;
  }

  /// Puts the tokens of a text in place of those of the one before.
  void tokens(String of) {
    text.read(of);
    tokens();
  }

  void tokens(byte[] utf8, int from, int to) {
    text.read(utf8, from, to);
    tokens();
  }

  private void tokens() {
    tokens.clear();
    shouting = WordForms.isShouting(text);
    at = Numbering.end(text);
    sentenceStart = true;
    words();
    if (tokens.isEmpty()) {
      signs();
    }
  }

  private void words() {
    while (at < text.length) {
      int codePoint = text.codePointAt(at);
      if (Script.isDigit(codePoint)) {
        number();
      } else if (Script.isUnspaced(codePoint)) {
        unspaced(codePoint);
      } else if (Script.isWord(codePoint)) {
        if (codePoint >= 0x80 || !plainWord()) {
          word();
        }
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
    long token =
        codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT
            ? Hash.mix(Hash.extend(Hash.START, codePoint))
            : Hash.of(Character.toString(codePoint));
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

  /// A word of ASCII letters and digits between other ASCII signs, which is most of them, in one
  /// go; not one that goes on behind a sign ([#isInsideWord(int)]) or is contracted.
  ///
  /// @return false where it is no such word; then nothing has been read
  private boolean plainWord() {
    int start = at;
    int end = at;
    long hash = Hash.START;
    int capitals = 0;
    boolean mark = false;
    char unit = text.units[end];
    while (unit < 0x80 && Script.isWord(unit)) {
      hash = Hash.extend(hash, Script.lower(unit));
      capitals += unit <= 'Z' && unit >= 'A' ? 1 : 0;
      mark |= unit <= '9';
      end++;
      if (end == text.length) {
        unit = ' ';
        break;
      }
      unit = text.units[end];
    }
    if (unit >= 0x80 || unit == '\'' || unit == '-' || unit == '.' || tokens.keepsAll()) {
      return false;
    }
    at = end;
    boolean capital = Script.isUpper(text.units[start]);
    boolean name = isName(capitals, capital);
    boolean asWritten = name && (capitals >= 2 || end - start == 1);
    long token = Hash.mix(hash);
    add(token, Lexicon.role(token), mark || isItem(start, end - start), name, asWritten);
    return true;
  }

  private void word() {
    int start = at;
    word.setLength(0);
    int capitals = 0;
    boolean capital = Script.isUpper(text.codePointAt(at));
    boolean mark = false;
    boolean negated = false;
    while (at < text.length) {
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
      capitals += Script.isUpper(codePoint) ? 1 : 0;
      mark |= Script.isDigit(codePoint);
      word.appendCodePoint(Script.lower(codePoint));
    }
    boolean name = isName(capitals, capital);
    boolean asWritten = name && (capitals >= 2 || word.length() == 1);
    add(mark || isItem(start, word.length()), name, asWritten);
    if (negated) {
      tokens.addMark(NOT, Tokens.WORD);
    }
  }

  private boolean isName(int capitals, boolean capital) {
    return !shouting && (capitals >= 2 || capital && !sentenceStart);
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
    add(token, role, mark, name, asWritten);
    if (tokens.keepsAll()) {
      WordForms.findOpposites(word, token, tokens);
    }
  }

  private void add(long token, Lexicon.Role role, boolean mark, boolean name, boolean asWritten) {
    if (mark || role == Lexicon.Role.TURNING) {
      tokens.addMark(Lexicon.canonical(token), Tokens.WORD);
    } else if (role == Lexicon.Role.PASSED && !asWritten) {
      tokens.pass(token);
    } else if (name) {
      tokens.addName(token);
    } else {
      tokens.add(token, Tokens.WORD);
    }
  }

  /// Whether a word is the letter of an item in a text: `article 5 (c)`, but not `State(s)`.
  private boolean isItem(int start, int letters) {
    return letters == 1
        && start > 0
        && text.units[start - 1] == '('
        && at < text.length
        && text.units[at] == ')'
        && (start == 1 || !Character.isLetter(text.units[start - 2]));
  }

  /// Whether a sign only joins a word: the hyphen after a short prefix (`co-operation`, `OP-CAT`),
  /// the point of initials (`U.N.`).
  private boolean isInsideWord(int codePoint) {
    if (codePoint != '-' && codePoint != '.'
        || at + 1 >= text.length
        || !Character.isLetter(text.codePointAt(at + 1))) {
      return false;
    }
    return codePoint == '-' && word.length() <= 3
        || codePoint == '.' && Character.isUpperCase(text.units[at + 1]) && endsWithInitial();
  }

  private boolean endsWithInitial() {
    return Character.isUpperCase(text.units[at - 1])
        && (at < 2 || !Character.isLetterOrDigit(text.units[at - 2]));
  }

  private boolean isContractedNot(int codePoint) {
    return codePoint == '\''
        && word.length() > 1
        && word.charAt(word.length() - 1) == 'n'
        && at + 1 < text.length
        && Character.toLowerCase(text.units[at + 1]) == 't'
        && (at + 2 == text.length || !Script.isWord(text.codePointAt(at + 2)));
  }
}

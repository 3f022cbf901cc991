package vallarta.engine.similarity;

/// The tokens of a text as the tokenizer hands them over, and what each is.
final class Tokens {

  /// What a word counts in the width of a shingle and in the size of a text; a character of a
  /// script without spaces counts half.
  static final int WORD = 2;

  private final boolean keepsAll;
  private final LongArray content = new LongArray();
  private final LongArray units = new LongArray();
  private final LongArray passed = new LongArray();
  private final LongArray marks = new LongArray();
  private final LongArray names = new LongArray();
  private final LongArray opposites = new LongArray();

  /// @param keepsAll whether [#features()] will be asked for, or only [#shingles()]
  Tokens(boolean keepsAll) {
    this.keepsAll = keepsAll;
  }

  boolean keepsAll() {
    return keepsAll;
  }

  void clear() {
    content.clear();
    units.clear();
    passed.clear();
    marks.clear();
    names.clear();
    opposites.clear();
  }

  void add(long token, int unit) {
    content.add(token);
    units.add(unit);
  }

  /// A token of content that must be in both of two texts as often: a number or a word that turns
  /// the meaning.
  void addMark(long token, int unit) {
    add(token, unit);
    if (keepsAll) {
      marks.add(token);
    }
  }

  void addName(long token) {
    add(token, WORD);
    if (keepsAll) {
      names.add(token);
    }
  }

  /// A word without meaning of its own; it counts only in a text that has no other.
  void pass(long token) {
    passed.add(token);
  }

  /// Notes that a word would be another word without its prefix: `undocumented`, `documented`.
  void opposite(long word, long without) {
    opposites.add(word);
    opposites.add(without);
  }

  boolean isEmpty() {
    return content.size() == 0 && passed.size() == 0;
  }

  /// A sorted set of shingles.
  long[] shingles() {
    fill();
    return Shingles.of(content, units);
  }

  private void fill() {
    if (content.size() == 0) {
      for (int i = 0; i < passed.size(); i++) {
        add(passed.get(i), WORD);
      }
    }
  }

  Features features() {
    fill();
    int size = 0;
    for (int i = 0; i < units.size(); i++) {
      size += (int) units.get(i);
    }
    long[] pairs = new long[opposites.size()];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = opposites.get(i);
    }
    return new Features(
        Shingles.of(content, units),
        content.distinct(),
        names.distinct(),
        marks.sorted(),
        pairs,
        size / WORD);
  }
}

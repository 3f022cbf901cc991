package vallarta.engine.similarity;

/// Cuts texts into the shingles that are compared, one text after the other. Not thread-safe; one
/// for each thread.
///
/// A shingle is a 64-bit hash of two words of content, or four characters of a script without
/// blanks, that stand one after the other; RATIONALE.md says why. It is the same on every machine
/// and in every release.
public final class Shingling {

  private final Tokens tokens = new Tokens(false);
  private final Tokenizer tokenizer = new Tokenizer(tokens);

  /// The set of shingles of a text, in ascending order; none of a text without any sign.
  public long[] of(String text) {
    tokenizer.tokens(text);
    return tokens.shingles();
  }

  /// The same of a text in UTF-8; what is malformed in it counts as U+FFFD.
  public long[] of(byte[] utf8, int from, int to) {
    tokenizer.tokens(utf8, from, to);
    return tokens.shingles();
  }
}

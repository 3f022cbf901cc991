package vallarta.engine.similarity;

/// Finds what tells two texts apart that share most of their words: a number, negation or condition
/// that only one of them has, a name that only one of them has, a word whose opposite the other
/// has.
///
/// In a statement one such difference is enough. In a document (from [#STATEMENT] words of content,
/// about twice as many words in all) one is forgiven for every ten words more.
final class Telling {

  /// The most words of content that a text may have to be held to every word.
  static final int STATEMENT = 100;

  private static final int WORDS_FOR_ONE = 10;

  private Telling() {}

  static boolean apart(Features one, Features other) {
    int forgiven = Math.min(forgiven(one), forgiven(other));
    return only(one, other) > forgiven || only(other, one) > forgiven;
  }

  /// Whether every such difference counts, so that two near-duplicates have the same marks.
  static boolean isStrict(Features text) {
    return forgiven(text) == 0;
  }

  private static int forgiven(Features text) {
    return Math.max(0, (text.size() - STATEMENT) / WORDS_FOR_ONE);
  }

  /// How many telling words the first has that the other has not.
  private static int only(Features one, Features other) {
    int count = surplus(one.marks(), other.marks());
    for (long name : one.names()) {
      count += other.has(name) ? 0 : 1;
    }
    long[] opposites = one.opposites();
    for (int i = 0; i < opposites.length; i += 2) {
      count += !other.has(opposites[i]) && other.has(opposites[i + 1]) ? 1 : 0;
    }
    return count;
  }

  private static int surplus(long[] marks, long[] others) {
    int surplus = 0;
    int j = 0;
    for (long mark : marks) {
      while (j < others.length && others[j] < mark) {
        j++;
      }
      if (j < others.length && others[j] == mark) {
        j++;
      } else {
        surplus++;
      }
    }
    return surplus;
  }
}

package vallarta.compact.consultation.coding;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// The words of a text that have keys, numbered from 0 in its order; all others are left out, but
/// count in the positions. Words are as Unicode cuts them (UAX 29), Han characters one by one. One
/// object reads text after text, so that many short ones cost little; for one thread.
final class KeyedText {

  static final int NO_WORD = -1;

  private final Lexicon lexicon;
  private final StandardTokenizer words = new StandardTokenizer();
  private final CharTermAttribute word = words.getAttribute(CharTermAttribute.class);
  private final OffsetAttribute place = words.getAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute step =
      words.getAttribute(PositionIncrementAttribute.class);
  private int size;
  private int[][] keys = new int[64][];
  private int[] positions = new int[64];
  private int[] starts = new int[64];
  private int[] ends = new int[64];

  KeyedText(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  void read(String text) {
    size = 0;
    try {
      words.setReader(new StringReader(text));
      words.reset();
      int position = -1;
      while (words.incrementToken()) {
        position += step.getPositionIncrement();
        int[] found = lexicon.keys(word.toString());
        if (found.length > 0) {
          add(found, position);
        }
      }
      words.end();
      words.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(int[] found, int position) {
    if (size == positions.length) {
      keys = Arrays.copyOf(keys, size * 2);
      positions = Arrays.copyOf(positions, size * 2);
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
    }
    keys[size] = found;
    positions[size] = position;
    starts[size] = place.startOffset();
    ends[size] = place.endOffset();
    size++;
  }

  /// How many words have keys.
  int size() {
    return size;
  }

  /// The keys of a word, to be read only.
  int[] keys(int word) {
    return keys[word];
  }

  boolean hasAny(BitSet some) {
    for (int word = 0; word < size; word++) {
      for (int key : keys[word]) {
        if (some.get(key)) {
          return true;
        }
      }
    }
    return false;
  }

  /// The keys of all its words.
  BitSet allKeys() {
    BitSet all = new BitSet(lexicon.size());
    for (int word = 0; word < size; word++) {
      for (int key : keys[word]) {
        all.set(key);
      }
    }
    return all;
  }

  /// The word that stands so far behind another, if it has keys.
  int after(int word, int distance) {
    int position = positions[word] + distance;
    int next = word + 1;
    while (next < size && positions[next] < position) {
      next++;
    }
    return next < size && positions[next] == position ? next : NO_WORD;
  }

  /// Which of all words of the text it is.
  int position(int word) {
    return positions[word];
  }

  int start(int word) {
    return starts[word];
  }

  int end(int word) {
    return ends[word];
  }

  /// From one word to another, both included.
  Span span(int first, int last) {
    return new Span(positions[first], positions[last], starts[first], ends[last]);
  }
}

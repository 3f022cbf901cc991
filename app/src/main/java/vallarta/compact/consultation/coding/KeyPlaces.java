package vallarta.compact.consultation.coding;

import java.util.stream.IntStream;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The places of one key in one text, in the form in which Lucene reads them.
final class KeyPlaces extends PostingsEnum {

  private final KeyedText text;
  private final int[] words;
  private int next;

  KeyPlaces(KeyedText text, int key) {
    this.text = text;
    this.words =
        IntStream.range(0, text.size())
            .filter(word -> IntStream.of(text.keys(word)).anyMatch(it -> it == key))
            .toArray();
  }

  @Override
  public int freq() {
    return words.length;
  }

  @Override
  public int nextPosition() {
    return text.position(words[next++]);
  }

  @Override
  public int startOffset() {
    return text.start(words[next - 1]);
  }

  @Override
  public int endOffset() {
    return text.end(words[next - 1]);
  }

  @Override
  public @Nullable BytesRef getPayload() {
    return null;
  }

  /// A text stands alone: the one document.
  @Override
  public int docID() {
    return 0;
  }

  @Override
  public int nextDoc() {
    return NO_MORE_DOCS;
  }

  @Override
  public int advance(int target) {
    return NO_MORE_DOCS;
  }

  @Override
  public long cost() {
    return words.length;
  }
}

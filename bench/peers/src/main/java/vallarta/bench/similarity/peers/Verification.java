package vallarta.bench.similarity.peers;

import vallarta.bench.similarity.Components;
import vallarta.bench.similarity.Corpus;

/// Joins candidates whose Jaccard coefficient is at least the threshold.
///
/// The texts of a bucket are compared with the first of it, and those that are not like it with
/// others, but each with a hundred at most: a bucket of a large campaign would otherwise take time
/// by the square of its size.
final class Verification {

  static final double THRESHOLD = 0.8;

  private static final int MOST_COMPARED = 100;

  private final Corpus corpus;
  private final Components components;

  Verification(Corpus corpus) {
    this.corpus = corpus;
    this.components = new Components(corpus.size());
  }

  /// Compares the texts of a bucket.
  ///
  /// @param texts places in the corpus; the array is read up to the size
  void bucket(int[] texts, int size) {
    boolean star = true;
    for (int i = 1; i < size; i++) {
      star &= join(texts[0], texts[i]);
    }
    for (int i = 1; i < size && !star; i++) {
      if (components.of(texts[0]) != components.of(texts[i])) {
        others(texts, size, texts[i]);
      }
    }
  }

  Components components() {
    return components;
  }

  private void others(int[] texts, int size, int text) {
    int compared = 0;
    for (int i = 1; i < size && compared < MOST_COMPARED; i++) {
      if (components.of(texts[i]) != components.of(text)) {
        compared++;
        join(texts[i], text);
      }
    }
  }

  /// Whether two texts are in one component, now or before.
  private boolean join(int one, int other) {
    if (components.of(one) == components.of(other)) {
      return true;
    }
    if (!corpus.alike(one, other, THRESHOLD)) {
      return false;
    }
    components.join(one, other);
    return true;
  }
}

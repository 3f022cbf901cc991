package vallarta.compact.consultation.coding;

/// A place in a text: from word to word, both included, and from character to character.
record Span(int firstWord, int lastWord, int start, int end) {

  boolean overlaps(Span other) {
    return firstWord <= other.lastWord && other.firstWord <= lastWord;
  }
}

package vallarta.compact.consultation.coding;

import java.util.List;

/// A phrase as the keys of its words.
///
/// @param slots in the order of the phrase; none for a phrase of words that are too common
/// @param slop how many moves of words are allowed, as Lucene counts them; none for a single word
record KeyPhrase(List<Slot> slots, int slop) {

  /// A key of a lexicon and its distance in words from the first of its phrase.
  record Slot(int key, int position) {}

  KeyPhrase {
    slots = List.copyOf(slots);
    slop = slots.size() > 1 ? slop : 0;
  }
}

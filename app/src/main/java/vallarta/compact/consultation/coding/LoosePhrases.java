package vallarta.compact.consultation.coding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery.PostingsAndFreq;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SloppyPhraseMatcher;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import vallarta.compact.consultation.coding.KeyPhrase.Slot;

/// The phrases that allow moves of words. Each waits under one of its keys, the one that is in the
/// fewest phrases; a text that has all its keys is shown to Lucene's own matcher, because a term
/// promises moves as Lucene counts them, and nobody else counts words that occur twice as it does.
/// Thread-safe.
final class LoosePhrases {

  private record Loose(int number, KeyPhrase phrase) {

    boolean isIn(BitSet keys) {
      for (Slot slot : phrase.slots()) {
        if (!keys.get(slot.key())) {
          return false;
        }
      }
      return true;
    }
  }

  private static final SimScorer UNSCORED =
      new SimScorer() {
        @Override
        public float score(float frequency, long norm) {
          return 1;
        }
      };

  private final Map<Integer, List<Loose>> waiting = new HashMap<>();
  private final BitSet awaited = new BitSet();

  LoosePhrases(int keys, List<KeyPhrase> phrases) {
    int[] uses = new int[keys];
    List<Loose> all = new ArrayList<>();
    for (int i = 0; i < phrases.size(); i++) {
      phrases.get(i).slots().forEach(slot -> uses[slot.key()]++);
      if (phrases.get(i).slop() > 0) {
        all.add(new Loose(i, phrases.get(i)));
      }
    }
    for (Loose each : all) {
      int rarest = each.phrase.slots().getFirst().key();
      for (Slot slot : each.phrase.slots()) {
        rarest = uses[slot.key()] < uses[rarest] ? slot.key() : rarest;
      }
      waiting.computeIfAbsent(rarest, it -> new ArrayList<>()).add(each);
      awaited.set(rarest);
    }
  }

  void find(KeyedText text, BiConsumer<Integer, List<Span>> places) {
    if (!text.hasAny(awaited)) {
      return;
    }
    BitSet present = text.allKeys();
    for (int key = awaited.nextSetBit(0); key >= 0; key = awaited.nextSetBit(key + 1)) {
      if (present.get(key)) {
        for (Loose each : waiting.getOrDefault(key, List.of())) {
          List<Span> spans = each.isIn(present) ? spans(each.phrase, text) : List.of();
          if (!spans.isEmpty()) {
            places.accept(each.number, spans);
          }
        }
      }
    }
  }

  private static List<Span> spans(KeyPhrase phrase, KeyedText text) {
    PostingsAndFreq[] postings =
        phrase.slots().stream()
            .map(slot ->
                new PostingsAndFreq(
                    new KeyPlaces(text, slot.key()),
                    null,
                    slot.position(),
                    new Term("", Integer.toString(slot.key()))))
            .toArray(PostingsAndFreq[]::new);
    List<Span> spans = new ArrayList<>();
    try {
      SloppyPhraseMatcher matcher =
          new SloppyPhraseMatcher(
              postings, phrase.slop(), ScoreMode.COMPLETE_NO_SCORES, UNSCORED, 0, true);
      matcher.reset();
      while (matcher.nextMatch()) {
        spans.add(
            new Span(
                matcher.startPosition(),
                matcher.endPosition(),
                matcher.startOffset(),
                matcher.endOffset()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return spans;
  }
}

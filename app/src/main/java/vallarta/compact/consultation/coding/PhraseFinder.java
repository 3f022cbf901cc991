package vallarta.compact.consultation.coding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The phrases of one language, compiled once: tells which of them a text holds and where, in one
/// pass over its words, however many phrases there are. The answer is the one of Lucene's monitor.
/// Thread-safe.
final class PhraseFinder {

  private final Lexicon lexicon;
  private final StrictPhrases strict;
  private final LoosePhrases loose;

  /// @param phrases of that lexicon, each once, numbered from 0
  PhraseFinder(Lexicon lexicon, List<KeyPhrase> phrases) {
    this.lexicon = lexicon;
    this.strict = new StrictPhrases(lexicon.size(), phrases);
    this.loose = new LoosePhrases(lexicon.size(), phrases);
  }

  /// For each text, as the stream comes to it, the places of each phrase that it holds, in the
  /// order of the text. The stream is for one thread.
  Stream<Map<Integer, List<Span>>> find(List<String> texts) {
    KeyedText text = new KeyedText(lexicon);
    return texts.stream()
        .map(each -> {
          text.read(each);
          return places(text);
        });
  }

  private Map<Integer, List<Span>> places(KeyedText text) {
    Map<Integer, List<Span>> places = new HashMap<>();
    strict.find(
        text,
        (phrase, first, last) ->
            places.computeIfAbsent(phrase, it -> new ArrayList<>(2)).add(text.span(first, last)));
    loose.find(text, places::put);
    return places;
  }
}

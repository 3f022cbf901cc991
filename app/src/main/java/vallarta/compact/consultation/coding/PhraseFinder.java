package vallarta.compact.consultation.coding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The phrases of one language, compiled once: tells which of them a text holds and where, in one
/// pass over its words, however many phrases there are. The answer is the one of Lucene's monitor.
/// Thread-safe.
final class PhraseFinder {

  private final Lexicon lexicon;
  private final StrictPhrases strict;
  private final LoosePhrases loose;

  /// @param phrases of that lexicon, numbered from 0
  PhraseFinder(Lexicon lexicon, List<KeyPhrase> phrases) {
    this.lexicon = lexicon;
    this.strict = new StrictPhrases(lexicon.size(), phrases);
    this.loose = new LoosePhrases(lexicon.size(), phrases);
  }

  /// For each text the places of each phrase that it holds, in the order of the text.
  List<Map<Integer, List<Span>>> find(List<String> texts) {
    KeyedText text = new KeyedText(lexicon);
    List<Map<Integer, List<Span>>> found = new ArrayList<>(texts.size());
    for (String each : texts) {
      text.read(each);
      Map<Integer, List<Span>> places = new HashMap<>();
      strict.find(
          text,
          (phrase, first, last) ->
              places.computeIfAbsent(phrase, it -> new ArrayList<>()).add(text.span(first, last)));
      loose.find(text, places::put);
      found.add(places);
    }
    return found;
  }
}

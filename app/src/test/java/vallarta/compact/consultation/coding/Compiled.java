package vallarta.compact.consultation.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vallarta.compact.language.Language;
import vallarta.testkit.coding.MonitorPeer;
import vallarta.testkit.coding.MonitorPeer.Place;

/// The same phrases compiled by us and for Lucene's monitor.
///
/// @param ours finds them as the product does
record Compiled(Lexicon lexicon, List<KeyPhrase> phrases, PhraseFinder ours) {

  /// The first different phrases of terms of one part, each in the small language of the thesaurus.
  static Compiled of(Language language, Stream<String> terms, int count) {
    Lexicon lexicon = new Lexicon(new WordForms(language));
    Set<KeyPhrase> phrases = new LinkedHashSet<>();
    var each = terms.iterator();
    while (phrases.size() < count && each.hasNext()) {
      Term term = new Term(Scheme.THEME, "t", language, Term.Kind.ANY, each.next());
      phrases.add(lexicon.add(term.phrases().getFirst()));
    }
    List<KeyPhrase> list = List.copyOf(phrases);
    return new Compiled(lexicon, list, new PhraseFinder(lexicon, list));
  }

  /// @param batch how many texts the monitor is asked about together
  MonitorPeer monitor(int batch) {
    return new MonitorPeer(
        phrases.stream()
            .map(phrase ->
                new MonitorPeer.Phrase(
                    phrase.slots().stream().map(KeyPhrase.Slot::key).toList(),
                    phrase.slots().stream().map(KeyPhrase.Slot::position).toList(),
                    phrase.slop()))
            .toList(),
        lexicon::keys,
        batch);
  }

  /// Checks that both find the same in the same places, and tells in how many.
  int compare(List<String> texts, int batch) {
    List<Map<Integer, List<Span>>> found = ours.find(texts).toList();
    int places = 0;
    try (MonitorPeer monitor = monitor(batch)) {
      List<List<Place>> expected = monitor.places(texts);
      assertThat(found).hasSameSizeAs(texts);
      for (int i = 0; i < texts.size(); i++) {
        List<Place> some = expected.get(i).stream().sorted(Place.ORDER).toList();
        if (!places(found.get(i)).equals(some)) {
          assertThat(places(found.get(i))).as("%s in: %s", phrases, texts.get(i)).isEqualTo(some);
        }
        places += some.size();
      }
    }
    return places;
  }

  private static List<Place> places(Map<Integer, List<Span>> found) {
    List<Place> places = new ArrayList<>();
    found.forEach((phrase, spans) ->
        spans.forEach(it ->
            places.add(new Place(phrase, it.firstWord(), it.lastWord(), it.start(), it.end()))));
    places.sort(Place.ORDER);
    return places;
  }
}

package vallarta.compact.consultation.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vallarta.compact.language.Language;

/// Finds the terms of one language in texts, with the words that matched. Thread-safe.
final class TermMatcher {

  /// A term that counts in a text.
  ///
  /// @param spans one place for each of its parts, in the order of the text
  record Match(Term term, int ordinal, List<Span> spans) {

    private static final Comparator<Match> ORDER =
        Comparator.comparingInt((Match match) -> match.spans.getFirst().start())
            .thenComparingInt(match -> -match.spans.getLast().end())
            .thenComparingInt(Match::ordinal);

    /// The words of the text that matched, with an ellipsis where there are others in between.
    String words(String text) {
      return String.join(
          " … ",
          spans.stream().map(it -> text.substring(it.start(), it.end())).distinct().toList());
    }
  }

  /// A term and the numbers of its phrases.
  private record Entry(Term term, int ordinal, List<Integer> phrases) {

    boolean isNot() {
      return term.kind() == Term.Kind.NOT;
    }
  }

  private final Map<Integer, List<Entry>> byFirstPhrase = new HashMap<>();
  private final PhraseFinder finder;

  TermMatcher(List<Term> all, Language language) {
    Lexicon lexicon = new Lexicon(new WordForms(language));
    Map<KeyPhrase, Integer> numbers = new LinkedHashMap<>();
    int ordinal = 0;
    for (Term term : all) {
      if (term.language() == language) {
        List<Integer> parts = new ArrayList<>();
        for (Phrase phrase : term.phrases()) {
          parts.add(numbers.computeIfAbsent(lexicon.add(phrase), it -> numbers.size()));
        }
        byFirstPhrase
            .computeIfAbsent(parts.getFirst(), it -> new ArrayList<>())
            .add(new Entry(term, ordinal++, parts));
      }
    }
    finder = new PhraseFinder(lexicon, List.copyOf(numbers.keySet()));
  }

  /// For each text the terms that count in it, in the order of their places, longer before shorter,
  /// then in the order of the thesaurus.
  List<List<Match>> match(List<String> texts) {
    return finder.find(texts).map(this::counting).toList();
  }

  private List<Match> counting(Map<Integer, List<Span>> places) {
    List<Entry> entries = new ArrayList<>();
    List<Entry> nots = new ArrayList<>();
    for (Integer phrase : places.keySet()) {
      for (Entry entry : byFirstPhrase.getOrDefault(phrase, List.of())) {
        (entry.isNot() ? nots : entries).add(entry);
      }
    }
    List<Match> matches = new ArrayList<>();
    for (Entry entry : entries) {
      match(entry, places, masks(entry.term, nots, places)).ifPresent(matches::add);
    }
    matches.sort(Match.ORDER);
    return matches;
  }

  /// The words that do not count for the concept of a term.
  private static List<Span> masks(Term term, List<Entry> nots, Map<Integer, List<Span>> places) {
    List<Span> masks = new ArrayList<>();
    for (Entry not : nots) {
      if (not.term.isOfSameConcept(term)) {
        masks.addAll(places.getOrDefault(not.phrases.getFirst(), List.of()));
      }
    }
    return masks;
  }

  private static Optional<Match> match(
      Entry entry, Map<Integer, List<Span>> places, List<Span> masks) {
    List<Span> spans = new ArrayList<>();
    for (Integer phrase : entry.phrases) {
      Span place = free(places.getOrDefault(phrase, List.of()), masks);
      if (place == null) {
        return Optional.empty();
      }
      spans.add(place);
    }
    spans.sort(Comparator.comparingInt(Span::start));
    return Optional.of(new Match(entry.term, entry.ordinal, spans));
  }

  /// The first place that no mask touches.
  private static @Nullable Span free(List<Span> places, List<Span> masks) {
    for (Span place : places) {
      if (masks.stream().noneMatch(place::overlaps)) {
        return place;
      }
    }
    return null;
  }
}

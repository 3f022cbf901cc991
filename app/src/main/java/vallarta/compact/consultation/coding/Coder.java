package vallarta.compact.consultation.coding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import vallarta.compact.consultation.coding.SuggestedCode.Rule;
import vallarta.compact.consultation.coding.Term.Kind;
import vallarta.compact.consultation.coding.TermMatcher.Match;
import vallarta.compact.language.Language;

/// Suggests codes for texts, each with the rule and the words that made it. The same text gets the
/// same codes in the same order, whatever else is coded with it. Thread-safe.
///
/// - The terms of a theme or dimension in the text itself suggest it, but for words that a `not`
///   term of it covers.
/// - A heading or lead sentence that names a dimension ("The community dimension group highlighted
///   ...") gives it to all statements below. Where a dimension is named so, by the context or by
///   the statement itself, words that only hint at another one add nothing.
/// - A narrower theme implies its broader one.
public final class Coder {

  private final Thesaurus thesaurus;
  private final Map<Language, TermMatcher> matchers = new EnumMap<>(Language.class);

  public Coder(Thesaurus thesaurus) {
    this.thesaurus = thesaurus;
  }

  /// The suggested codes of each unit: dimensions before themes, each in the order of the
  /// thesaurus.
  public List<List<SuggestedCode>> code(List<CodingUnit> units) {
    List<List<SuggestedCode>> codes = new ArrayList<>(units.size());
    units.forEach(unit -> codes.add(List.of()));
    for (Language language : Language.values()) {
      int[] places =
          IntStream.range(0, units.size())
              .filter(i -> units.get(i).language() == language)
              .toArray();
      if (places.length > 0) {
        code(matcher(language), units, places, codes);
      }
    }
    return codes;
  }

  private void code(
      TermMatcher matcher, List<CodingUnit> units, int[] places, List<List<SuggestedCode>> codes) {
    List<String> texts = IntStream.of(places).mapToObj(i -> units.get(i).text()).toList();
    List<String> contexts =
        IntStream.of(places)
            .mapToObj(i -> units.get(i).context())
            .filter(context -> !context.isEmpty())
            .distinct()
            .toList();
    List<List<Match>> inTexts = matcher.match(texts);
    List<List<Match>> inContexts = matcher.match(contexts);
    Map<String, List<Match>> byContext = new LinkedHashMap<>();
    for (int i = 0; i < contexts.size(); i++) {
      byContext.put(contexts.get(i), inContexts.get(i));
    }
    for (int i = 0; i < places.length; i++) {
      CodingUnit unit = units.get(places[i]);
      List<Match> context = byContext.getOrDefault(unit.context(), List.of());
      codes.set(places[i], codes(unit, inTexts.get(i), context));
    }
  }

  private List<SuggestedCode> codes(CodingUnit unit, List<Match> own, List<Match> context) {
    Map<String, SuggestedCode> dimensions = new LinkedHashMap<>();
    for (Match match : of(Scheme.DIMENSION, context)) {
      if (match.term().kind() == Kind.CONTEXT) {
        put(dimensions, match, Rule.CONTEXT, unit.context());
      }
    }
    boolean named =
        !dimensions.isEmpty()
            || of(Scheme.DIMENSION, own).stream().anyMatch(it -> it.term().kind() == Kind.CONTEXT);
    for (Match match : of(Scheme.DIMENSION, own)) {
      if (!named || match.term().kind() == Kind.CONTEXT) {
        put(dimensions, match, Rule.WORDS, unit.text());
      }
    }
    Map<String, SuggestedCode> themes = new LinkedHashMap<>();
    for (Match match : of(Scheme.THEME, own)) {
      put(themes, match, Rule.WORDS, unit.text());
    }
    List.copyOf(themes.values()).forEach(code -> addBroader(themes, code));
    List<SuggestedCode> codes = new ArrayList<>(dimensions.size() + themes.size());
    inOrder(Scheme.DIMENSION, dimensions, codes);
    inOrder(Scheme.THEME, themes, codes);
    return codes;
  }

  private void addBroader(Map<String, SuggestedCode> themes, SuggestedCode code) {
    Set<String> seen = new LinkedHashSet<>();
    String broader = thesaurus.get(Scheme.THEME, code.term()).broader();
    while (!broader.isEmpty() && seen.add(broader)) {
      themes.putIfAbsent(
          broader,
          new SuggestedCode(Scheme.THEME, broader, Rule.NARROWER, code.matched(), code.words()));
      broader = thesaurus.get(Scheme.THEME, broader).broader();
    }
  }

  private void inOrder(Scheme scheme, Map<String, SuggestedCode> from, List<SuggestedCode> to) {
    for (Concept concept : thesaurus.list(scheme)) {
      SuggestedCode code = from.get(concept.id());
      if (code != null) {
        to.add(code);
      }
    }
  }

  private static List<Match> of(Scheme scheme, List<Match> matches) {
    return matches.stream().filter(it -> it.term().scheme() == scheme).toList();
  }

  private static void put(Map<String, SuggestedCode> codes, Match match, Rule rule, String text) {
    codes.putIfAbsent(
        match.term().concept(),
        new SuggestedCode(
            match.term().scheme(),
            match.term().concept(),
            rule,
            match.term().text(),
            match.words(text)));
  }

  private synchronized TermMatcher matcher(Language language) {
    return matchers.computeIfAbsent(language, it -> new TermMatcher(thesaurus.terms(), it));
  }
}

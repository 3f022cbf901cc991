package vallarta.compact.consultation.coding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vallarta.compact.language.Language;

/// A thesaurus of a few lines: `concept | language | kind | term`; a concept that begins with `@`
/// is a dimension, and `narrow<broad` says which theme is the broader one.
final class TinyThesaurus {

  private TinyThesaurus() {}

  static Thesaurus of(String lines) {
    Set<Concept> concepts = new LinkedHashSet<>();
    concepts.add(theme("all-themes", "", ""));
    List<Term> terms = new ArrayList<>();
    for (String line : lines.strip().split("\n")) {
      List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
      String id = cells.get(0);
      boolean dimension = id.startsWith("@");
      String[] pair = id.split("<");
      concepts.add(
          dimension
              ? new Concept(Scheme.DIMENSION, id.substring(1), "", "", "X", Map.of(), "")
              : theme(pair[0], "all-themes", pair.length > 1 ? pair[1] : ""));
      terms.add(
          new Term(
              dimension ? Scheme.DIMENSION : Scheme.THEME,
              dimension ? id.substring(1) : pair[0],
              Language.find(cells.get(1)).orElseThrow(),
              Term.Kind.find(cells.get(2)).orElseThrow(),
              cells.get(3)));
    }
    return new Thesaurus(List.copyOf(concepts), terms);
  }

  private static Concept theme(String id, String group, String broader) {
    return new Concept(Scheme.THEME, id, group, broader, "", Map.of(), "");
  }

  /// The codes of one text, each as `term RULE matched <- words`.
  static List<String> codes(Thesaurus thesaurus, Language language, String text) {
    return codes(thesaurus, language, text, "");
  }

  static List<String> codes(Thesaurus thesaurus, Language language, String text, String context) {
    Coder coder = new Coder(thesaurus);
    return coder.code(List.of(new CodingUnit(text, context, language))).getFirst().stream()
        .map(it -> it.term() + " " + it.rule() + " " + it.matched() + " <- " + it.words())
        .toList();
  }
}

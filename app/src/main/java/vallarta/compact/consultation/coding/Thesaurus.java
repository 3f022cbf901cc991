package vallarta.compact.consultation.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vallarta.compact.language.Language;

/// The two codebooks: the six dimensions, and the themes in their groups, with their labels and
/// matching terms. It never changes.
public final class Thesaurus {

  private final Map<Scheme, Map<String, Concept>> concepts;
  private final Map<Scheme, List<Concept>> codes;
  private final List<Term> terms;

  /// @throws IllegalArgumentException when two concepts of a codebook have one id, or when a term
  ///   or a concept names a concept that is not there
  public Thesaurus(List<Concept> concepts, List<Term> terms) {
    this.concepts =
        Map.of(Scheme.DIMENSION, new LinkedHashMap<>(), Scheme.THEME, new LinkedHashMap<>());
    Map<Concept, Integer> order = new IdentityHashMap<>();
    for (Concept concept : concepts) {
      order.put(concept, order.size());
      if (in(concept.scheme()).put(concept.id(), concept) != null) {
        throw new IllegalArgumentException("two concepts have the id " + concept.id());
      }
    }
    for (Concept concept : concepts) {
      for (String other : List.of(concept.group(), concept.broader())) {
        if (!other.isEmpty()) {
          get(concept.scheme(), other);
        }
      }
    }
    this.codes =
        Map.of(Scheme.DIMENSION, codes(Scheme.DIMENSION), Scheme.THEME, codes(Scheme.THEME));
    this.terms =
        terms.stream()
            .sorted(
                Comparator.comparing(it -> order.getOrDefault(get(it.scheme(), it.concept()), 0)))
            .toList();
  }

  private List<Concept> codes(Scheme scheme) {
    return in(scheme).values().stream().filter(it -> !it.isGroup()).toList();
  }

  /// The thesaurus that comes with the product.
  public static Thesaurus shipped() {
    return ThesaurusTables.shipped();
  }

  /// The concepts of a codebook in its order, without the groups.
  public List<Concept> list(Scheme scheme) {
    return codes.getOrDefault(scheme, List.of());
  }

  /// The groups of themes in their order.
  public List<Concept> groups() {
    return in(Scheme.THEME).values().stream().filter(Concept::isGroup).toList();
  }

  /// All concepts, groups included.
  public List<Concept> all() {
    List<Concept> all = new ArrayList<>(in(Scheme.DIMENSION).values());
    all.addAll(in(Scheme.THEME).values());
    return all;
  }

  public List<String> ids(Scheme scheme) {
    return list(scheme).stream().map(Concept::id).toList();
  }

  public Optional<Concept> find(Scheme scheme, String id) {
    return Optional.ofNullable(in(scheme).get(id));
  }

  /// @throws IllegalArgumentException when there is none
  public Concept get(Scheme scheme, String id) {
    return find(scheme, id)
        .orElseThrow(
            () -> new IllegalArgumentException("the thesaurus has no " + scheme + " " + id));
  }

  /// Its name in that language, or the id when it is not in this thesaurus.
  public String label(Scheme scheme, String id, Language language) {
    return find(scheme, id).map(it -> it.label(language)).orElse(id);
  }

  /// The matching terms in the order of their concepts, those of one as they were given.
  public List<Term> terms() {
    return terms;
  }

  private Map<String, Concept> in(Scheme scheme) {
    return concepts.getOrDefault(scheme, Map.of());
  }
}

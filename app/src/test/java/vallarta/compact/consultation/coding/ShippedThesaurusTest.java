package vallarta.compact.consultation.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vallarta.compact.language.Language;

final class ShippedThesaurusTest {

  private static final Thesaurus SHIPPED = Thesaurus.shipped();

  @Test
  void hasTheSixDimensionsWithTheirLetters() {
    assertThat(SHIPPED.list(Scheme.DIMENSION))
        .extracting(it -> it.id() + " " + it.notation())
        .containsExactly(
            "human H", "community C", "local L", "national N", "regional R", "global G");
  }

  @Test
  void hasAtLeastFortyThemesInGroups() {
    assertThat(SHIPPED.list(Scheme.THEME)).hasSizeGreaterThanOrEqualTo(40);
    Set<String> groups = SHIPPED.groups().stream().map(Concept::id).collect(Collectors.toSet());
    assertThat(SHIPPED.list(Scheme.THEME)).allMatch(it -> groups.contains(it.group()));
  }

  @Test
  void namesEverythingInSixLanguages() {
    assertThat(SHIPPED.all())
        .allSatisfy(it -> assertThat(it.labels()).as(it.id()).containsOnlyKeys(Language.values()));
  }

  @ParameterizedTest
  @EnumSource
  void hasTermsForEveryConceptInEveryLanguage(Language language) {
    Map<Scheme, Set<String>> termed =
        SHIPPED.terms().stream()
            .filter(it -> it.language() == language && it.kind() != Term.Kind.NOT)
            .collect(
                Collectors.groupingBy(
                    Term::scheme, Collectors.mapping(Term::concept, Collectors.toSet())));
    for (Scheme scheme : Scheme.values()) {
      assertThat(termed.getOrDefault(scheme, Set.of())).containsAll(SHIPPED.ids(scheme));
    }
  }

  @ParameterizedTest
  @EnumSource
  void namesEveryDimensionForTheContextInEveryLanguage(Language language) {
    List<String> named =
        SHIPPED.terms().stream()
            .filter(it -> it.language() == language && it.kind() == Term.Kind.CONTEXT)
            .map(Term::concept)
            .toList();
    assertThat(named).containsAll(SHIPPED.ids(Scheme.DIMENSION));
  }

  @Test
  void findsTheDimensionThatALeadSentenceNamesInEnglish() {
    for (String id : SHIPPED.ids(Scheme.DIMENSION)) {
      String name = id.equals("local") ? "local/subnational" : id;
      assertThat(
              TinyThesaurus.codes(
                  SHIPPED,
                  Language.EN,
                  "Governments and communities meet the region and the world.",
                  "The " + name + " dimension group highlighted three points."))
          .filteredOn(code -> code.contains(" CONTEXT ") || code.startsWith("national "))
          .as(id)
          .singleElement()
          .asString()
          .startsWith(id + " CONTEXT ");
    }
  }
}

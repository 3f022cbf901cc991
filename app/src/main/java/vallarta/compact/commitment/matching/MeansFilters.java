package vallarta.compact.commitment.matching;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import vallarta.compact.commitment.Means;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Filters;
import vallarta.compact.web.part.Filters.Active;
import vallarta.compact.web.part.Filters.Choice;
import vallarta.compact.web.part.Filters.Field;
import vallarta.compact.web.part.Filters.Option;

/// The form that narrows the list of needs or of offers.
final class MeansFilters {

  private final Page page;
  private final Codebook book;

  MeansFilters(Page page, Codebook book) {
    this.page = page;
    this.book = book;
  }

  Filters of(MeansFilter filter) {
    List<Choice> choices =
        List.of(
            choice(
                "kind",
                "commitment.means.kind",
                filter.kind(),
                Arrays.stream(Means.Kind.values())
                    .map(it -> Option.of(it.tag(), page.words().t("commitment.means." + it.tag())))
                    .toList()),
            choice(
                "region",
                "commitment.means.region",
                filter.region(),
                book.regions().stream().map(it -> Option.of(it, book.region(it))).toList()),
            choice(
                "dimension",
                "consultation.dimension",
                filter.dimension(),
                terms(Scheme.DIMENSION).toList()),
            choice(
                "theme",
                "consultation.theme",
                filter.theme(),
                terms(Scheme.THEME)
                    .sorted((a, b) -> page.words().order().compare(a.label(), b.label()))
                    .toList()));
    List<Active> active =
        choices.stream()
            .filter(it -> !it.value().isEmpty())
            .map(it -> new Active(it.label(), label(it), page.here(it.name(), "")))
            .toList();
    return new Filters(page.path(), List.<Field>copyOf(choices), active, page.path());
  }

  private Choice choice(String name, String key, String value, List<Option> options) {
    return new Choice(name, page.words().t(key), value, options);
  }

  private Stream<Option> terms(Scheme scheme) {
    return book.thesaurus().list(scheme).stream()
        .map(it -> Option.of(it.id(), it.label(page.language())));
  }

  private static String label(Choice choice) {
    return choice.options().stream()
        .filter(it -> it.value().equals(choice.value()))
        .map(Option::label)
        .findFirst()
        .orElse(choice.value());
  }
}

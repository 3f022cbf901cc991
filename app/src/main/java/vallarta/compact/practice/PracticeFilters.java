package vallarta.compact.practice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.language.Words;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Filters;
import vallarta.compact.web.part.Filters.Active;
import vallarta.compact.web.part.Filters.Choice;
import vallarta.compact.web.part.Filters.Entry;
import vallarta.compact.web.part.Filters.Field;
import vallarta.compact.web.part.Filters.Option;

/// The form that narrows the library.
final class PracticeFilters {

  private final Page page;
  private final Codebook book;
  private final Words words;

  PracticeFilters(Page page, Codebook book) {
    this.page = page;
    this.book = book;
    this.words = page.words();
  }

  Filters of(PracticeFilter filter) {
    List<Choice> choices =
        List.of(
            choice(
                "topic",
                "practice.topic",
                filter.topic(),
                Arrays.stream(Topic.values())
                    .map(it -> Option.of(it.tag(), words.t("practice.topic." + it.tag())))
                    .toList()),
            choice(
                "dimension",
                "consultation.dimension",
                filter.dimension(),
                concepts(Scheme.DIMENSION)),
            choice("theme", "consultation.theme", filter.theme(), themes()),
            choice(
                "type",
                "consultation.stakeholder-type",
                filter.type(),
                Arrays.stream(StakeholderType.values())
                    .map(it -> Option.of(it.tag(), book.type(it)))
                    .toList()));
    List<Field> fields = new ArrayList<>();
    fields.add(new Entry("q", words.t("practice.search"), filter.q()));
    fields.addAll(choices);
    List<Active> active = new ArrayList<>();
    if (!filter.q().isEmpty()) {
      active.add(new Active(words.t("practice.search"), filter.q(), page.here("q", "")));
    }
    choices.stream()
        .filter(it -> !it.value().isEmpty())
        .forEach(it -> active.add(new Active(it.label(), label(it), page.here(it.name(), ""))));
    return new Filters(page.path(), fields, active, page.path());
  }

  private Choice choice(String name, String key, String value, List<Option> options) {
    return new Choice(name, words.t(key), value, options);
  }

  private List<Option> themes() {
    return concepts(Scheme.THEME).stream()
        .sorted((a, b) -> words.order().compare(a.label(), b.label()))
        .toList();
  }

  private List<Option> concepts(Scheme scheme) {
    return book.thesaurus().list(scheme).stream()
        .map(it -> Option.of(it.id(), it.label(words.language())))
        .toList();
  }

  private static String label(Choice choice) {
    return choice.options().stream()
        .filter(it -> it.value().equals(choice.value()))
        .map(Option::label)
        .findFirst()
        .orElse(choice.value());
  }
}

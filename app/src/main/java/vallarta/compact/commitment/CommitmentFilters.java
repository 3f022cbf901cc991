package vallarta.compact.commitment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vallarta.compact.commitment.framework.Framework;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.language.Words;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Filters;
import vallarta.compact.web.part.Filters.Active;
import vallarta.compact.web.part.Filters.Choice;
import vallarta.compact.web.part.Filters.Entry;
import vallarta.compact.web.part.Filters.Field;
import vallarta.compact.web.part.Filters.Option;

/// The form that narrows the list of commitments.
final class CommitmentFilters {

  private final Page page;
  private final Codebook book;
  private final Framework framework;
  private final Words words;

  CommitmentFilters(Page page, Codebook book, Framework framework) {
    this.page = page;
    this.book = book;
    this.framework = framework;
    this.words = page.words();
  }

  Filters of(CommitmentFilter filter) {
    List<Choice> choices =
        List.of(
            choice("dimension", "consultation.dimension", filter.dimension(), dimensions()),
            choice("theme", "consultation.theme", filter.theme(), themes()),
            choice("objective", "commitment.objective", filter.objective(), objectives()),
            choice("sdg", "commitment.sdg", filter.sdg(), targets()),
            choice(
                "level",
                "commitment.level",
                filter.level(),
                Stream.of("community", "local", "national", "regional", "global")
                    .map(it -> Option.of(it, words.t("commitment.level." + it)))
                    .toList()),
            choice(
                "obligation",
                "commitment.obligation",
                filter.obligation(),
                tagged(
                    Arrays.stream(Obligation.values()).map(Obligation::tag),
                    it -> "commitment.obligation." + it)),
            choice("gap", "commitment.gap", filter.gap(), gaps()),
            choice(
                "state",
                "commitment.state",
                filter.state(),
                tagged(Stream.of("published", "withdrawn"), it -> "commitment.state." + it)));
    List<Field> fields = new ArrayList<>();
    fields.add(new Entry("q", words.t("commitment.search"), filter.q()));
    fields.addAll(choices);
    List<Active> active = new ArrayList<>();
    if (!filter.q().isEmpty()) {
      active.add(new Active(words.t("commitment.search"), filter.q(), page.here("q", "")));
    }
    if (!filter.actor().isEmpty()) {
      active.add(new Active(words.t("commitment.actor"), filter.actor(), page.here("actor", "")));
    }
    choices.stream()
        .filter(it -> !it.value().isEmpty())
        .forEach(it -> active.add(new Active(it.label(), label(it), page.here(it.name(), ""))));
    return new Filters(page.path(), fields, active, page.path());
  }

  private Choice choice(String name, String key, String value, List<Option> options) {
    return new Choice(name, words.t(key), value, options);
  }

  private List<Option> dimensions() {
    return book.thesaurus().list(Scheme.DIMENSION).stream()
        .map(it -> Option.of(it.id(), it.label(words.language())))
        .toList();
  }

  private List<Option> themes() {
    return book.thesaurus().list(Scheme.THEME).stream()
        .map(it -> Option.of(it.id(), it.label(words.language())))
        .sorted((a, b) -> words.order().compare(a.label(), b.label()))
        .toList();
  }

  private List<Option> objectives() {
    return framework.objectives().stream()
        .map(it -> Option.of(it.id(), it.id() + ". " + it.label(words.language())))
        .toList();
  }

  private List<Option> targets() {
    return framework.targets().stream().map(it -> Option.of(it.id(), it.id())).toList();
  }

  private List<Option> gaps() {
    List<Option> gaps = new ArrayList<>();
    gaps.add(Option.of("none", words.t("commitment.gap.none")));
    gaps.add(Option.of("any", words.t("commitment.gap.any")));
    gaps.addAll(
        tagged(Arrays.stream(Measure.values()).map(Measure::tag), it -> "commitment.gap." + it));
    return gaps;
  }

  private List<Option> tagged(Stream<String> tags, UnaryOperator<String> key) {
    return tags.map(it -> Option.of(it, words.t(key.apply(it)))).toList();
  }

  private static String label(Choice choice) {
    return choice.options().stream()
        .filter(it -> it.value().equals(choice.value()))
        .map(Option::label)
        .findFirst()
        .orElse(choice.value());
  }
}

package vallarta.compact.consultation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.consultation.passage.Kind;
import vallarta.compact.language.Language;
import vallarta.compact.language.Words;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Filters;
import vallarta.compact.web.part.Filters.Active;
import vallarta.compact.web.part.Filters.Choice;
import vallarta.compact.web.part.Filters.Field;
import vallarta.compact.web.part.Filters.Option;

/// The form that narrows statements, and what it narrows by now.
public final class StatementFilters {

  private final Page page;
  private final Codebook book;
  private final Holdings holdings;
  private final Words words;

  public StatementFilters(Page page, Codebook book, Holdings holdings) {
    this.page = page;
    this.book = book;
    this.holdings = holdings;
    this.words = book.words();
  }

  /// The form of a list of statements.
  Filters ofStatements(StatementFilter filter) {
    List<Field> fields =
        List.of(
            dimensions(filter),
            themes(filter),
            kinds(filter),
            languages(filter),
            types(filter),
            consultations(filter));
    List<Active> active = new ArrayList<>(active(fields));
    if (!filter.input().isEmpty()) {
      active.add(active("consultation.input", filter.input(), "input"));
    }
    if (!filter.region().isEmpty()) {
      active.add(active("consultation.region", book.region(filter.region()), "region"));
    }
    if (!filter.voice().isEmpty()) {
      active.add(active("consultation.voice", filter.voice(), "voice"));
    }
    return new Filters(page.path(), fields, active, page.path());
  }

  /// A form of a first field and of those that say who speaks.
  public Filters ofVoices(Choice first, StatementFilter filter) {
    List<Field> fields = List.of(first, types(filter), languages(filter), consultations(filter));
    return new Filters(page.path(), fields, active(fields.subList(1, fields.size())), page.path());
  }

  private List<Active> active(List<Field> fields) {
    List<Active> active = new ArrayList<>();
    for (Field field : fields) {
      if (field instanceof Choice choice && !choice.value().isEmpty()) {
        String label =
            choice.options().stream()
                .filter(option -> option.value().equals(choice.value()))
                .map(Option::label)
                .findFirst()
                .orElse(choice.value());
        active.add(new Active(choice.label(), label, page.here(choice.name(), "")));
      }
    }
    return active;
  }

  private Active active(String key, String value, String parameter) {
    return new Active(words.t(key), value, page.here(parameter, ""));
  }

  private Choice dimensions(StatementFilter filter) {
    List<Option> options = concepts(Scheme.DIMENSION);
    options.add(Option.of(StatementFilter.NONE, words.t("consultation.dimension.none")));
    return new Choice("dimension", words.t("consultation.dimension"), filter.dimension(), options);
  }

  private Choice themes(StatementFilter filter) {
    List<Option> options = concepts(Scheme.THEME);
    options.sort((a, b) -> words.order().compare(a.label(), b.label()));
    options.add(Option.of(StatementFilter.NONE, words.t("consultation.theme.none")));
    return new Choice("theme", words.t("consultation.theme"), filter.theme(), options);
  }

  private List<Option> concepts(Scheme scheme) {
    List<Option> options = new ArrayList<>();
    book.thesaurus()
        .list(scheme)
        .forEach(it -> options.add(Option.of(it.id(), it.label(words.language()))));
    return options;
  }

  private Choice kinds(StatementFilter filter) {
    List<Option> options =
        Arrays.stream(Kind.values())
            .map(it -> it.name().toLowerCase(Locale.ROOT))
            .map(it -> Option.of(it, words.t("consultation.kind." + it)))
            .toList();
    return new Choice("kind", words.t("consultation.kind"), filter.kind(), options);
  }

  private Choice languages(StatementFilter filter) {
    List<Option> options =
        Language.list().stream().map(it -> new Option(it.tag(), it.ownName(), it.tag())).toList();
    return new Choice("language", words.t("consultation.language"), filter.language(), options);
  }

  private Choice types(StatementFilter filter) {
    List<Option> options =
        Arrays.stream(StakeholderType.values())
            .map(it -> Option.of(it.tag(), book.type(it)))
            .toList();
    return new Choice("type", words.t("consultation.stakeholder-type"), filter.type(), options);
  }

  private Choice consultations(StatementFilter filter) {
    List<Option> options =
        holdings.consultations().stream()
            .map(it -> new Option(it.ref(), it.title(), it.titleLanguage()))
            .toList();
    return new Choice(
        "consultation", words.t("consultation.consultation"), filter.consultation(), options);
  }
}

package vallarta.compact.review.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.language.Words;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.web.Page;
import vallarta.compact.web.part.Filters;

/// The form that narrows the list of reports.
final class ReportFilters {

  private final Page page;
  private final Codebook book;
  private final Words words;
  private final Map<String, Stakeholder> known;

  ReportFilters(Page page, Codebook book, Map<String, Stakeholder> known) {
    this.page = page;
    this.book = book;
    this.words = page.words();
    this.known = known;
  }

  Filters of(ReportFilter it) {
    List<Filters.Option> progress =
        Arrays.stream(Progress.values())
            .map(of -> Filters.Option.of(of.tag(), words.t("review.standing." + of.tag())))
            .toList();
    List<Filters.Option> unchanged =
        Stream.of("yes", "no")
            .map(of -> Filters.Option.of(of, words.t("review.report.filter." + of)))
            .toList();
    List<Filters.Active> active = new ArrayList<>();
    add(active, "commitment", "review.report.commitment", it.commitment(), it.commitment());
    Stakeholder actor = known.get(it.actor());
    add(
        active,
        "actor",
        "review.report.actor",
        it.actor(),
        actor == null ? it.actor() : book.voice(actor));
    add(
        active,
        "progress",
        "review.report.progress",
        it.progress(),
        label(progress, it.progress()));
    add(
        active,
        "unchanged",
        "review.report.unchanged",
        it.unchanged(),
        label(unchanged, it.unchanged()));
    return new Filters(
        page.path(),
        List.of(
            new Filters.Entry("commitment", words.t("review.report.commitment"), it.commitment()),
            new Filters.Entry("actor", words.t("review.report.filter.actor"), it.actor()),
            new Filters.Choice(
                "progress", words.t("review.report.progress"), it.progress(), progress),
            new Filters.Choice(
                "unchanged", words.t("review.report.unchanged"), it.unchanged(), unchanged)),
        active,
        page.path());
  }

  private void add(
      List<Filters.Active> active, String name, String key, String value, String shown) {
    if (!value.isEmpty()) {
      active.add(new Filters.Active(words.t(key), shown, page.here(name, "")));
    }
  }

  private static String label(List<Filters.Option> options, String value) {
    return options.stream()
        .filter(it -> it.value().equals(value))
        .map(Filters.Option::label)
        .findFirst()
        .orElse(value);
  }
}

package vallarta.compact.commitment;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A part of a commitment that is compared from version to version, as plain text.
enum Facet {
  TITLE("commitment.form.title", Undertaking::title),
  TEXT("commitment.form.text", Undertaking::text),
  OBLIGATION("commitment.obligation", it -> it.obligation().tag()),
  OFFICE("commitment.office", Undertaking::office),
  STARTS("commitment.starts", it -> plain(it.starts())),
  DUE("commitment.due", it -> plain(it.due())),
  SCHEDULE("commitment.schedule", it -> it.schedule().tag()),
  FIRST_REPORT("commitment.first-report", it -> plain(it.firstReport())),
  LEVEL("commitment.level", Undertaking::level),
  DIMENSIONS("commitment.dimensions", it -> String.join(" ", it.dimensions())),
  THEMES("commitment.themes", it -> String.join(" ", it.themes())),
  OBJECTIVES("commitment.objectives", it -> String.join(" ", it.objectives())),
  SDG("commitment.sdg", it -> String.join(" ", it.sdg())),
  TARGETS(
      "commitment.targets",
      it -> it.targets().stream().map(CommitmentFacts::line).collect(Collectors.joining("\n"))),
  MILESTONES(
      "commitment.milestones",
      it -> it.milestones().stream().map(CommitmentFacts::line).collect(Collectors.joining("\n"))),
  MEANS(
      "commitment.means",
      it -> it.means().stream().map(CommitmentFacts::line).collect(Collectors.joining("\n"))),
  SOURCES("commitment.sources", it -> String.join(" ", it.sources()));

  private final String key;
  private final Function<Undertaking, String> text;

  Facet(String key, Function<Undertaking, String> text) {
    this.key = key;
    this.text = text;
  }

  /// The key of its word.
  String key() {
    return key;
  }

  String of(Undertaking told) {
    return text.apply(told);
  }

  private static String plain(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}

package vallarta.compact.review.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vallarta.compact.table.Sheet;

/// Reviews, and what one drew and found, as tables.
final class CycleSheets {

  static final List<String> REVIEWS =
      List.of(
          "id",
          "name",
          "language",
          "forum",
          "year",
          "seed",
          "size",
          "drawn",
          "complete",
          "same",
          "differs",
          "recused_own_state",
          "recused_own_organisation",
          "recused_own_grant",
          "recused_said",
          "state",
          "opened",
          "published",
          "fictional");

  static final List<String> SAMPLE =
      List.of(
          "review",
          "commitment",
          "risk",
          "why",
          "finding_id",
          "finding",
          "agreement",
          "assessments",
          "dissent",
          "reasons",
          "recommendation",
          "statements");

  private CycleSheets() {}

  static Sheet reviews(List<ReviewPages.Line> lines) {
    return new Sheet("reviews", REVIEWS, lines.stream().map(CycleSheets::row).toList());
  }

  private static List<Object> row(ReviewPages.Line line) {
    Review it = line.it();
    List<Object> row = new ArrayList<>();
    row.addAll(List.of(it.ref(), it.name(), it.language(), it.forum(), it.year()));
    row.addAll(List.of(it.seed(), it.size(), it.sample().size(), line.complete()));
    long same = line.findings().stream().filter(Finding::isSame).count();
    row.addAll(List.of(same, line.findings().size() - same));
    for (Ground ground : Ground.values()) {
      row.add(line.recusals().getOrDefault(ground, 0));
    }
    row.add(it.isPublished() ? "published" : "open");
    row.add(it.openedAt().toString());
    row.add(it.publishedAt() == null ? "" : it.publishedAt().toString());
    row.add(Boolean.toString(it.fictional()));
    return row;
  }

  static Sheet sample(Review it, List<Finding> findings, Map<String, String> statements) {
    return new Sheet(
        it.ref(),
        SAMPLE,
        it.sample().stream()
            .map(drawn -> row(it, drawn, Finding.about(drawn.commitment(), findings), statements))
            .toList());
  }

  private static List<Object> row(
      Review it,
      Review.Drawn drawn,
      @org.jspecify.annotations.Nullable Finding finding,
      Map<String, String> statements) {
    List<Object> row = new ArrayList<>();
    row.addAll(List.of(it.ref(), drawn.ref(), drawn.risk()));
    row.add(drawn.why().stream().map(Sign::tag).collect(Collectors.joining(" ")));
    if (finding == null) {
      row.addAll(List.of("", "", "", "", "", "", "", ""));
      return row;
    }
    row.addAll(List.of(finding.ref(), finding.verdict().tag(), finding.agreement()));
    row.add(finding.both().map(Assessment::ref).collect(Collectors.joining(" ")));
    row.add(finding.dissent().map(Assessment::ref).orElse(""));
    row.add(finding.stands().words().reasons());
    row.add(finding.recommendation());
    row.add(
        finding
            .both()
            .map(each -> statements.get(each.ref()))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" ")));
    return row;
  }
}

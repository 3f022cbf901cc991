package vallarta.compact.review.report;

import java.util.ArrayList;
import java.util.List;
import vallarta.compact.table.Sheet;

/// Reports as a table.
final class ReportSheet {

  static final List<String> HEADERS =
      List.of(
          "id",
          "commitment",
          "duty",
          "stakeholder",
          "state",
          "progress",
          "unchanged",
          "language",
          "achieved",
          "hindered",
          "means_used",
          "next_steps",
          "measured",
          "evidence",
          "published_at",
          "withdrawn_reason",
          "fictional");

  static final List<String> VERSIONS =
      List.of("id", "version", "at", "reason", "field", "before", "after");

  private ReportSheet() {}

  static Sheet of(String name, List<ReportPages.Item> items) {
    return new Sheet(name, HEADERS, items.stream().map(ReportSheet::row).toList());
  }

  static Sheet versions(String ref, List<ReportPages.Step> steps) {
    List<List<Object>> rows = new ArrayList<>();
    for (ReportPages.Step step : steps) {
      ReportVersions.Version it = step.version();
      String at = it.at().toString();
      if (step.changes().isEmpty()) {
        rows.add(List.of(ref, it.number(), at, it.reason(), "", "", ""));
      }
      for (AnswersChange change : step.changes()) {
        rows.add(
            List.of(
                ref,
                it.number(),
                at,
                it.reason(),
                change.field(),
                change.before(),
                change.after()));
      }
    }
    return new Sheet("versions-" + ref, VERSIONS, rows);
  }

  private static List<Object> row(ReportPages.Item item) {
    Report it = item.it();
    Answers told = it.told();
    return List.of(
        it.ref(),
        it.commitmentRef(),
        it.dutyRef(),
        it.stakeholder(),
        it.state().tag(),
        told.progress(),
        Boolean.toString(it.unchanged()),
        told.language(),
        told.achieved(),
        told.hindered(),
        told.meansUsed(),
        told.nextSteps(),
        told.measured().stream().map(ReportFacts::line).toList(),
        item.evidence().stream().map(Evidence::line).toList(),
        it.publishedAt() == null ? "" : it.publishedAt().toString(),
        it.withdrawnReason(),
        Boolean.toString(it.fictional()));
  }
}

package vallarta.compact.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vallarta.compact.table.Sheet;

/// Commitments as a table, in the shape in which they are imported: a row `commitment` for each,
/// and below it a row for each of its milestones, targets and means. A cell that does not belong to
/// the kind of its row is empty. What is only told (who has confirmed, what is missing) is ignored
/// when it comes back.
final class CommitmentSheet {

  /// What every row has.
  static final List<String> KEY = List.of("id", "ref", "row");

  static final List<String> COMMITMENT =
      List.of(
          "title",
          "text",
          "language",
          "actors",
          "level",
          "dimensions",
          "themes",
          "objectives",
          "sdg",
          "obligation",
          "office",
          "starts",
          "due",
          "schedule",
          "first_report",
          "sources");

  /// Of a milestone, a target or a means; `title` and `due` are shared with the commitment.
  static final List<String> PART =
      List.of(
          "part",
          "after",
          "sdg_indicator",
          "baseline",
          "baseline_on",
          "value",
          "unit",
          "direction",
          "kind",
          "amount",
          "period",
          "region_m49");

  /// What is told and never read.
  static final List<String> TOLD =
      List.of(
          "answers",
          "state",
          "missing",
          "historical",
          "fictional",
          "published",
          "withdrawn_reason");

  static final List<String> HEADERS = headers();

  private CommitmentSheet() {}

  static Sheet of(String name, List<Commitment> commitments) {
    List<List<Object>> rows = new ArrayList<>();
    commitments.forEach(it -> add(rows, it));
    return new Sheet(name, HEADERS, rows);
  }

  private static List<String> headers() {
    List<String> headers = new ArrayList<>(KEY);
    headers.addAll(COMMITMENT);
    headers.addAll(PART);
    headers.addAll(TOLD);
    return List.copyOf(headers);
  }

  private static void add(List<List<Object>> rows, Commitment it) {
    Undertaking told = it.told();
    Map<String, String> cells = key(it, "commitment");
    cells.put("title", told.title());
    cells.put("text", told.text());
    cells.put("language", told.language());
    cells.put(
        "actors",
        String.join(" ; ", it.actors().stream().map(a -> a.stakeholder().key()).toList()));
    cells.put(
        "answers", String.join(" ; ", it.actors().stream().map(a -> a.answer().tag()).toList()));
    cells.put("level", told.level());
    cells.put("dimensions", String.join(" ", told.dimensions()));
    cells.put("themes", String.join(" ", told.themes()));
    cells.put("objectives", String.join(" ", told.objectives()));
    cells.put("sdg", String.join(" ", told.sdg()));
    cells.put("obligation", told.obligation().tag());
    cells.put("office", told.office());
    cells.put("starts", text(told.starts()));
    cells.put("due", text(told.due()));
    cells.put("schedule", told.schedule().tag());
    cells.put("first_report", text(told.firstReport()));
    cells.put("sources", String.join(" ", told.sources()));
    cells.put("state", it.state().tag());
    cells.put("missing", String.join(" ", it.missing().stream().map(Measure::tag).toList()));
    cells.put("historical", Boolean.toString(it.historical()));
    cells.put("fictional", Boolean.toString(it.fictional()));
    cells.put("published", it.publishedAt() == null ? "" : it.publishedAt().toString());
    cells.put("withdrawn_reason", it.withdrawnReason());
    rows.add(row(cells));
    told.milestones().forEach(part -> rows.add(row(milestone(it, part))));
    told.targets().forEach(part -> rows.add(row(target(it, part))));
    told.means().forEach(part -> rows.add(row(means(it, part))));
  }

  private static Map<String, String> milestone(Commitment of, Milestone it) {
    Map<String, String> cells = key(of, "milestone");
    cells.put("part", Long.toString(it.id()));
    cells.put("title", it.title());
    cells.put("due", it.due().toString());
    cells.put("after", it.after() == 0 ? "" : Integer.toString(it.after()));
    return cells;
  }

  private static Map<String, String> target(Commitment of, Target it) {
    Map<String, String> cells = key(of, "target");
    cells.put("part", Long.toString(it.id()));
    cells.put("title", it.indicator());
    cells.put("sdg_indicator", it.sdgIndicator());
    cells.put("baseline", text(it.baseline()));
    cells.put("baseline_on", text(it.baselineOn()));
    cells.put("value", text(it.value()));
    cells.put("unit", it.unit());
    cells.put("due", text(it.due()));
    return cells;
  }

  private static Map<String, String> means(Commitment of, Means it) {
    Map<String, String> cells = key(of, "means");
    cells.put("part", Long.toString(it.id()));
    cells.put("title", it.text());
    cells.put("direction", it.offer() ? "offer" : "need");
    cells.put("kind", it.kind().tag());
    cells.put("amount", text(it.amount()));
    cells.put("unit", it.unit());
    cells.put("period", it.period());
    cells.put("region_m49", it.region());
    return cells;
  }

  private static Map<String, String> key(Commitment it, String kind) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("id", it.ref());
    cells.put("ref", it.ownRef());
    cells.put("row", kind);
    return cells;
  }

  private static List<Object> row(Map<String, String> cells) {
    return HEADERS.stream().<Object>map(it -> cells.getOrDefault(it, "")).toList();
  }

  private static String text(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }

  private static String text(@Nullable BigDecimal number) {
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
  }
}

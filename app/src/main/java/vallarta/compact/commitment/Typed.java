package vallarta.compact.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// What stands in the form of a commitment, as it was typed: what cannot be read stays as it is,
/// for whoever typed it to mend. Parts that there are several of are columns of equal length.
///
/// @param values by the names of the fields
record Typed(MultiValueMap<String, String> values) {

  /// The most rows that one form shows.
  private static final int MOST_ROWS = UndertakingCheck.MOST_PARTS + 1;

  /// A form in which nothing was typed.
  static Typed blank(String language) {
    LinkedMultiValueMap<String, String> values = new LinkedMultiValueMap<>();
    values.add("language", language);
    values.add("obligation", Obligation.VOLUNTARY_PLEDGE.tag());
    values.add("schedule", Schedule.YEARLY.tag());
    return new Typed(values);
  }

  /// The form of what is there.
  ///
  /// @param with keys of those who undertake it with the owner
  static Typed of(Undertaking told, List<String> with) {
    LinkedMultiValueMap<String, String> values = new LinkedMultiValueMap<>();
    values.add("title", told.title());
    values.add("text", told.text());
    values.add("language", told.language());
    values.add("level", told.level());
    values.addAll("dimension", told.dimensions());
    values.addAll("theme", told.themes());
    values.addAll("objective", told.objectives());
    values.add("sdg", String.join(" ", told.sdg()));
    values.add("obligation", told.obligation().tag());
    values.add("office", told.office());
    values.add("starts", date(told.starts()));
    values.add("due", date(told.due()));
    values.add("schedule", told.schedule().tag());
    values.add("first-report", date(told.firstReport()));
    values.addAll("with", with);
    values.add("sources", String.join(" ", told.sources()));
    column(values, "milestone-id", told.milestones(), it -> Long.toString(it.id()));
    column(values, "milestone-title", told.milestones(), Milestone::title);
    column(values, "milestone-due", told.milestones(), it -> it.due().toString());
    column(
        values,
        "milestone-after",
        told.milestones(),
        it -> it.after() == 0 ? "" : Integer.toString(it.after()));
    column(values, "target-id", told.targets(), it -> Long.toString(it.id()));
    column(values, "target-indicator", told.targets(), Target::indicator);
    column(values, "target-sdg", told.targets(), Target::sdgIndicator);
    column(values, "target-baseline", told.targets(), it -> number(it.baseline()));
    column(values, "target-baseline-on", told.targets(), it -> date(it.baselineOn()));
    column(values, "target-value", told.targets(), it -> number(it.value()));
    column(values, "target-unit", told.targets(), Target::unit);
    column(values, "target-due", told.targets(), it -> date(it.due()));
    column(values, "means-id", told.means(), it -> Long.toString(it.id()));
    column(values, "means-direction", told.means(), it -> it.offer() ? "offer" : "need");
    column(values, "means-kind", told.means(), it -> it.kind().tag());
    column(values, "means-text", told.means(), Means::text);
    column(values, "means-amount", told.means(), it -> number(it.amount()));
    column(values, "means-unit", told.means(), Means::unit);
    column(values, "means-period", told.means(), Means::period);
    column(values, "means-region", told.means(), Means::region);
    return new Typed(values);
  }

  /// The value of a field, or empty.
  String get(String name) {
    return at(name, 0);
  }

  /// The value of a field in a row of parts, from 0; or empty.
  String at(String name, int row) {
    List<String> all = all(name);
    return row < all.size() ? all.get(row).strip() : "";
  }

  List<String> all(String name) {
    List<String> all = values.get(name);
    return all == null ? List.of() : all;
  }

  boolean has(String name, String value) {
    return all(name).contains(value);
  }

  /// Values that stand in one field, parted by spaces, commas or semicolons.
  List<String> words(String name) {
    return List.of(get(name).split("[\\s,;]+")).stream()
        .filter(it -> !it.isEmpty())
        .distinct()
        .toList();
  }

  /// How many rows of a kind of parts were typed.
  int rows(String kind) {
    return Math.min(
        MOST_ROWS,
        values.keySet().stream()
            .filter(it -> it.startsWith(kind + "-"))
            .mapToInt(it -> all(it).size())
            .max()
            .orElse(0));
  }

  /// Whether nothing is typed in a row.
  boolean isBlank(String kind, int row, List<String> unless) {
    return values.keySet().stream()
        .filter(it -> it.startsWith(kind + "-") && !unless.contains(it))
        .allMatch(it -> at(it, row).isEmpty());
  }

  private static <T> void column(
      MultiValueMap<String, String> values, String name, List<T> parts, Function<T, String> cell) {
    values.addAll(name, parts.stream().map(cell).toList());
  }

  private static String date(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }

  private static String number(@Nullable BigDecimal number) {
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
  }
}

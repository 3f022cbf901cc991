package vallarta.compact.commitment.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Means;
import vallarta.compact.commitment.Milestone;
import vallarta.compact.commitment.Obligation;
import vallarta.compact.commitment.Schedule;
import vallarta.compact.commitment.Target;
import vallarta.compact.commitment.Undertaking;
import vallarta.compact.table.Problem.Rule;
import vallarta.compact.table.Row;
import vallarta.compact.table.RowCheck;
import vallarta.compact.table.Table;

/// Brings what a table says of a commitment together with what is there of it.
final class Merge {

  /// What a commitment is filed under: not what it says.
  private static final Set<String> CODES = Set.of("dimensions", "themes", "objectives", "sdg");

  private static final int TITLE = 150;

  private static final Undertaking BLANK =
      new Undertaking(
          "",
          "",
          "",
          "",
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Obligation.VOLUNTARY_PLEDGE,
          "",
          null,
          null,
          Schedule.YEARLY,
          null,
          List.of(),
          List.of(),
          List.of(),
          List.of());

  private final Table table;
  private final RowCheck check;
  private final Order order;
  private final Predicate<String> open;
  private final UnaryOperator<String> key;

  /// @param key of an actor, by its key or name
  Merge(Table table, RowCheck check, Order order, Hand hand, UnaryOperator<String> key) {
    this.table = table;
    this.check = check;
    this.order = order;
    this.open = hand.codesOnly() ? CODES::contains : column -> true;
    this.key = key;
  }

  /// Keys of those who undertake it, the owner first.
  List<String> actors(Group group, @Nullable Commitment before) {
    List<String> was =
        before == null
            ? List.of()
            : before.actors().stream().map(it -> it.stakeholder().key()).toList();
    return cells(group.row(), before != null).names("actors", was, key);
  }

  Undertaking undertaking(Group group, @Nullable Commitment before) {
    Undertaking was = before == null ? BLANK : before.told();
    boolean there = before != null;
    Cells cells = cells(group.row(), there);
    String text = cells.text("text", was.text());
    return new Undertaking(
        title(cells, was, text, there),
        text,
        cells.text("language", there ? was.language() : order.language()),
        cells.text("level", was.level()),
        cells.words("dimensions", was.dimensions()),
        cells.words("themes", was.themes()),
        cells.words("objectives", was.objectives()),
        cells.words("sdg", was.sdg()),
        cells.oneOf(
            "obligation",
            there ? was.obligation() : null,
            Arrays.asList(Obligation.values()),
            Obligation::tag),
        cells.text("office", was.office()),
        cells.date("starts", was.starts()),
        cells.date("due", was.due()),
        cells.oneOf("schedule", was.schedule(), Arrays.asList(Schedule.values()), Schedule::tag),
        cells.date("first_report", was.firstReport()),
        parts(group, milestones(), was.milestones(), there),
        parts(group, targets(), was.targets(), there),
        parts(group, means(), was.means(), there),
        cells.words("sources", was.sources()));
  }

  /// A table without titles gives new ones the beginning of their text.
  private String title(Cells cells, Undertaking was, String text, boolean there) {
    if (there || table.has("title")) {
      return cells.text("title", was.title());
    }
    String line = text.replaceAll("\\s+", " ").strip();
    int end = line.length() <= TITLE ? line.length() : line.lastIndexOf(' ', TITLE);
    return line.length() <= TITLE ? line : line.substring(0, end > 0 ? end : TITLE) + "…";
  }

  private <T> List<T> parts(Group group, Parts<T> parts, List<T> was, boolean there) {
    if (!table.has("row")) {
      return was;
    }
    List<T> said = parts.of(group, was, check);
    if (there && !open.test("row") && said.size() != was.size()) {
      check.add(group.row(), "row", Rule.NOT_YOURS, List.of());
    }
    return said;
  }

  private Parts<Milestone> milestones() {
    return new Parts<>(
        "milestone",
        new Milestone(0, "", java.time.LocalDate.EPOCH, 0),
        Milestone::id,
        Milestone::title,
        (row, was) -> {
          boolean there = was.id() != 0;
          Cells cells = cells(row, there);
          java.time.LocalDate due = cells.date("due", there ? was.due() : null);
          if (due == null) {
            check.add(row, "due", Rule.REQUIRED, List.of());
          }
          return new Milestone(
              was.id(),
              cells.text("title", was.title()),
              Objects.requireNonNullElse(due, was.due()),
              cells.whole("after", was.after()));
        });
  }

  private Parts<Target> targets() {
    return new Parts<>(
        "target",
        new Target(0, "", "", null, null, null, "", null),
        Target::id,
        Target::indicator,
        (row, was) -> {
          Cells cells = cells(row, was.id() != 0);
          return new Target(
              was.id(),
              cells.text("title", was.indicator()),
              cells.text("sdg_indicator", was.sdgIndicator()),
              cells.number("baseline", was.baseline()),
              cells.date("baseline_on", was.baselineOn()),
              cells.number("value", was.value()),
              cells.text("unit", was.unit()),
              cells.date("due", was.due()));
        });
  }

  private Parts<Means> means() {
    return new Parts<>(
        "means",
        new Means(0, false, Means.Kind.FINANCE, "", null, "", "", ""),
        Means::id,
        Means::text,
        (row, was) -> {
          boolean there = was.id() != 0;
          Cells cells = cells(row, there);
          return new Means(
              was.id(),
              cells.oneOf(
                  "direction",
                  there ? was.offer() : null,
                  List.of(false, true),
                  it -> it ? "offer" : "need"),
              cells.oneOf(
                  "kind",
                  there ? was.kind() : null,
                  Arrays.asList(Means.Kind.values()),
                  Means.Kind::tag),
              cells.text("title", was.text()),
              cells.number("amount", was.amount()),
              cells.text("unit", was.unit()),
              cells.text("period", was.period()),
              cells.text("region_m49", was.region()));
        });
  }

  private Cells cells(Row row, boolean there) {
    return new Cells(table, check, row, there, open);
  }
}

package vallarta.compact.commitment.exchange;

import java.util.List;
import java.util.Map;
import vallarta.compact.language.Language;
import vallarta.compact.table.Problem.Rule;
import vallarta.compact.table.Row;
import vallarta.compact.table.RowCheck;
import vallarta.compact.web.part.Fault;

/// Where in the table a fault of a commitment stands, and which rule of tables it breaks.
final class Places {

  private static final Map<String, String> COLUMNS =
      Map.of(
          "dimension", "dimensions",
          "theme", "themes",
          "objective", "objectives",
          "first-report", "first_report",
          "with", "actors",
          "milestones", "row");

  /// The column of a part by the code of its fault; `title` else.
  private static final Map<String, String> OF_PART =
      Map.of(
          "COMM-014", "sdg_indicator",
          "COMM-020", "due",
          "COMM-021", "after",
          "COMM-022", "after",
          "COMM-023", "due",
          "COMM-025", "unit",
          "COMM-027", "amount");

  private static final List<String> SDG = List.of("10.7", "10.7.2");

  private final Group group;
  private final RowCheck check;

  Places(Group group, RowCheck check) {
    this.group = group;
    this.check = check;
  }

  void tell(Fault fault) {
    String[] part = fault.field().split("-(?=[0-9]+$)");
    boolean ofPart = part.length == 2 && Groups.KINDS.contains(part[0]);
    Row row = ofPart ? row(part[0], Integer.parseInt(part[1])) : group.row();
    String column =
        ofPart
            ? OF_PART.getOrDefault(fault.code(), "title")
            : COLUMNS.getOrDefault(fault.field(), fault.field());
    check.add(row, column, rule(fault), allowed(fault));
  }

  /// Those that are removed on purpose have a row and no place any more.
  private Row row(String kind, int place) {
    List<Row> rows =
        group.parts(kind).stream().filter(it -> !it.get("title").equals(Cells.REMOVE)).toList();
    return place <= rows.size() ? rows.get(place - 1) : group.row();
  }

  private static Rule rule(Fault fault) {
    return switch (fault.code()) {
      case "COMM-010", "COMM-019", "COMM-024", "COMM-026", "COMM-030" -> Rule.REQUIRED;
      case "COMM-011" -> Rule.TOO_LONG;
      case "COMM-015" -> Rule.ENDS_BEFORE_START;
      case "COMM-016", "COMM-021", "COMM-028" -> Rule.UNKNOWN_REFERENCE;
      case "COMM-017" -> Rule.IN_THE_PAST;
      case "COMM-018" -> Rule.TOO_MANY;
      case "COMM-020", "COMM-023" -> Rule.OUT_OF_ORDER;
      case "COMM-022" -> Rule.CIRCULAR;
      case "COMM-025", "COMM-027" -> Rule.NO_UNIT;
      default -> Rule.NOT_IN_LIST;
    };
  }

  private static List<String> allowed(Fault fault) {
    return switch (fault.code()) {
      case "COMM-011", "COMM-018" -> List.of(String.valueOf(fault.arguments().get("most")));
      case "COMM-012" -> Language.list().stream().map(Language::tag).toList();
      case "COMM-013" ->
          fault.field().equals("level")
              ? List.of("community", "local", "national", "regional", "global")
              : List.of();
      case "COMM-014" -> SDG;
      case "COMM-017" -> List.of(String.valueOf(fault.arguments().get("today")));
      case "COMM-025", "COMM-027" -> List.of("persons", "%", "USD");
      default -> List.of();
    };
  }
}

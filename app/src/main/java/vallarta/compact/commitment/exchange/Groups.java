package vallarta.compact.commitment.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vallarta.compact.store.Sha256;
import vallarta.compact.table.Problem.Rule;
import vallarta.compact.table.Row;
import vallarta.compact.table.RowCheck;
import vallarta.compact.table.Table;

/// Puts the rows of a table together that are about the same commitment. A table without any
/// references gets some from who undertakes what, so that a second run finds them again.
final class Groups {

  static final List<String> KINDS = List.of("commitment", "milestone", "target", "means");
  private static final int LONGEST = 100;

  private final Table table;
  private final RowCheck check;
  private final Map<String, Group> byKey = new HashMap<>();
  private final List<Group> all = new ArrayList<>();

  private Groups(Table table, RowCheck check) {
    this.table = table;
    this.check = check;
  }

  static List<Group> of(Table table, RowCheck check) {
    Groups groups = new Groups(table, check);
    groups.read();
    return List.copyOf(groups.all);
  }

  private void read() {
    @Nullable Group above = null;
    for (Row row : table.rows()) {
      String kind = row.get("row");
      if (kind.isEmpty() || kind.equals("commitment")) {
        above = begin(row);
      } else if (!KINDS.contains(kind)) {
        check.add(row, "row", Rule.NOT_IN_LIST, KINDS);
      } else {
        Group of = key(row).isEmpty() ? above : byKey.get(key(row));
        if (of == null) {
          check.add(row, row.get("id").isEmpty() ? "ref" : "id", Rule.UNKNOWN_REFERENCE, List.of());
        } else {
          of.parts().add(row);
        }
      }
    }
  }

  private @Nullable Group begin(Row row) {
    boolean named = table.has("id") || table.has("ref");
    String ref = named ? row.get("ref") : derived(row);
    String key = row.get("id").isEmpty() ? ref : row.get("id");
    if (key.isEmpty()) {
      check.add(row, "ref", Rule.REQUIRED, List.of());
      return null;
    }
    if (ref.length() > LONGEST) {
      check.add(row, "ref", Rule.TOO_LONG, List.of(Integer.toString(LONGEST)));
      return null;
    }
    if (byKey.containsKey(key)) {
      if (named) {
        check.add(row, row.get("id").isEmpty() ? "ref" : "id", Rule.REPEATED_KEY, List.of());
      }
      return null;
    }
    Group group = new Group(row, ref, new ArrayList<>());
    byKey.put(key, group);
    if (!ref.isEmpty()) {
      byKey.putIfAbsent(ref, group);
    }
    all.add(group);
    return group;
  }

  private static String key(Row row) {
    return row.get("id").isEmpty() ? row.get("ref") : row.get("id");
  }

  private static String derived(Row row) {
    String said = row.get("text").isEmpty() ? row.get("title") : row.get("text");
    return "sha256-" + Sha256.of(row.get("actors") + "\n" + said).substring(0, 16);
  }
}

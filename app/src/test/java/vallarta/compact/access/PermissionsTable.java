package vallarta.compact.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vallarta.compact.table.Row;
import vallarta.compact.table.Table;

/// The specification of who may call what, `docs/permissions.csv`.
final class PermissionsTable {

  static final String NO_LIMIT = "none: ";

  private static final Path FILE = Path.of("../docs/permissions.csv");
  private static final Path PROPOSED = Path.of("target/permissions.csv");
  private static final String HEADER = "endpoint,open_to,of,limit";

  private PermissionsTable() {}

  /// The rows, without the header.
  static List<String> lines() throws IOException {
    return Files.readAllLines(FILE).stream().skip(1).toList();
  }

  /// The rows as they must be for these endpoints, also written beside the results of the build as
  /// a whole table. Why a form that anybody may send has no limit is said in the table alone.
  static List<String> of(List<Endpoint> endpoints) throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    for (Row row : Table.read(FILE).rows()) {
      reasons.put(row.get("endpoint"), row.get("limit"));
    }
    List<String> rows = new ArrayList<>();
    for (Endpoint it : endpoints) {
      String limit = limit(it, reasons.getOrDefault(it.name(), ""));
      rows.add(String.join(",", cell(it.name()), it.openTo(), it.of(), cell(limit)));
    }
    Files.createDirectories(PROPOSED.getParent());
    Files.writeString(PROPOSED, HEADER + "\n" + String.join("\n", rows) + "\n");
    return rows;
  }

  private static String limit(Endpoint it, String said) {
    if (!it.limit().isEmpty() || !it.writes() || !it.isOpenToAll()) {
      return it.limit();
    }
    return said.startsWith(NO_LIMIT) ? said : NO_LIMIT + "say here why not";
  }

  private static String cell(String text) {
    return text.contains(",") ? '"' + text + '"' : text;
  }
}

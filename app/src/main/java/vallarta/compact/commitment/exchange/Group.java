package vallarta.compact.commitment.exchange;

import java.util.List;
import vallarta.compact.table.Row;

/// The rows of one commitment: its own, and those of its milestones, targets and means.
///
/// @param ref the table's own reference, or empty
record Group(Row row, String ref, List<Row> parts) {

  /// Its rows of one kind, in their order.
  List<Row> parts(String kind) {
    return parts.stream().filter(it -> it.get("row").equals(kind)).toList();
  }

  /// `CM-31`, or empty for one that only the table's own reference names.
  String id() {
    return row.get("id");
  }
}

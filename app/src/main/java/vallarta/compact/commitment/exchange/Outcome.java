package vallarta.compact.commitment.exchange;

import java.util.List;
import vallarta.compact.table.ImportResult;

/// What an import did, or would do.
///
/// @param lines those commitments that are new or read otherwise
/// @param same how many are as they were
record Outcome(ImportResult result, List<Line> lines, int same) {

  /// One commitment.
  ///
  /// @param row where it stands in the table
  /// @param ref its reference, or the table's own for one that is new
  record Line(long row, String ref, String title, boolean fresh) {}

  Outcome {
    lines = List.copyOf(lines);
  }
}

package vallarta.compact.consultation;

import java.util.List;
import vallarta.compact.table.Problem;

/// How far an import goes.
public enum ImportMode {
  /// It only tells what it would do.
  DRY_RUN,
  /// It writes when no row has a problem.
  ALL_OR_NOTHING,
  /// It writes the rows that have none.
  WITHOUT_BAD_ROWS;

  boolean writes(List<Problem> problems) {
    return switch (this) {
      case DRY_RUN -> false;
      case ALL_OR_NOTHING -> problems.isEmpty();
      case WITHOUT_BAD_ROWS -> true;
    };
  }
}

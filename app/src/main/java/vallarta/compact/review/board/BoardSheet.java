package vallarta.compact.review.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vallarta.compact.review.Standing;
import vallarta.compact.table.Sheet;

/// A board as a table for machines: a row for each row, with counts alone. Shares are left to
/// whoever reads it: the measure, all commitments of the row, is the column `all`.
final class BoardSheet {

  static final List<String> HEADERS = headers();

  private BoardSheet() {}

  static Sheet of(Board board) {
    return new Sheet(
        board.by().tag(), HEADERS, board.rows().stream().map(BoardSheet::row).toList());
  }

  /// The counts over all commitments, as a table of one row.
  static Sheet all(Tally all) {
    return new Sheet("boards", HEADERS, List.of(row(new Board.Row("", "", 0, all))));
  }

  private static List<Object> row(Board.Row it) {
    List<Object> row = new ArrayList<>(List.of(it.code(), it.label()));
    for (Standing standing : Standing.values()) {
      row.add(it.tally().count(standing));
    }
    row.add(it.tally().all());
    row.add(it.tally().overdue());
    row.add(it.tally().silentSince() == null ? "" : it.tally().silentSince().toString());
    return row;
  }

  private static List<String> headers() {
    List<String> headers = new ArrayList<>(List.of("code", "label"));
    Arrays.stream(Standing.values()).map(Standing::tag).forEach(headers::add);
    headers.addAll(List.of("all", "reports_overdue", "silent_since"));
    return List.copyOf(headers);
  }
}

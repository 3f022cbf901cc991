package vallarta.compact.web.part;

import java.util.List;

/// A matrix of numbers: every number is printed and is a link, the shade behind it only helps.
///
/// @param corner what the rows are
/// @param columns after the first; a column of totals comes last and is not shaded
/// @param rows a row of totals comes last and is not shaded
/// @param gaps whether a cell may say that nobody answered what was raised, so that the legend
///   explains it
public record Grid(
    String caption, String corner, List<Head> columns, List<Row> rows, boolean gaps) {

  private static final int DARKEST = 6;

  /// Head of a row or column.
  ///
  /// @param href of its page, or empty
  /// @param ring 1 to 6 for a dimension, else 0
  /// @param brief what stands before each number on a phone: the letter of a dimension, or a short
  ///   word
  /// @param total whether it sums up the others
  public record Head(String label, String href, int ring, String brief, boolean total) {

    public static Head of(String label, String href) {
      return new Head(label, href, 0, label, false);
    }

    public static Head dimension(String label, String href, int ring) {
      return new Head(label, href, ring, Ring.letter(ring), false);
    }

    public static Head total(String label) {
      return new Head(label, "", 0, label, true);
    }
  }

  /// One row.
  ///
  /// @param depth 0 for a heading of a group of rows, 1 and 2 for those below
  public record Row(Head head, int depth, List<Cell> cells) {}

  /// What a cell says.
  public enum Says {
    /// A number.
    COUNT,
    /// Nobody raised it: a finding.
    NOT_RAISED,
    /// It was raised, and the filter leaves none of it.
    ZERO,
    /// It was raised, and nobody answered.
    GAP
  }

  /// One cell.
  ///
  /// @param href what is behind it, or empty
  public record Cell(Says says, int count, String href) {

    public static Cell count(int count, String href) {
      return new Cell(Says.COUNT, count, href);
    }

    public static Cell notRaised(String href) {
      return new Cell(Says.NOT_RAISED, 0, href);
    }

    public static Cell zero(String href) {
      return new Cell(Says.ZERO, 0, href);
    }
  }

  /// The shade of a cell from 0 to 6. It grows with the square root of the number, so that small
  /// numbers still differ.
  int shade(Cell cell) {
    int most = Math.max(1, most());
    return (int) Math.ceil(DARKEST * Math.sqrt((double) cell.count() / most) - 1e-9);
  }

  /// The class of the cell in that row and column.
  String tone(Row row, Head column, Cell cell) {
    String total = row.head().total() || column.total() ? "total" : "h" + shade(cell);
    return switch (cell.says()) {
      case COUNT -> total;
      case NOT_RAISED, ZERO -> row.head().total() || column.total() ? "none total" : "none";
      case GAP -> "gap";
    };
  }

  boolean has(Says what) {
    return rows.stream().flatMap(row -> row.cells().stream()).anyMatch(it -> it.says() == what);
  }

  private int most() {
    int most = 0;
    for (Row row : rows) {
      for (int i = 0; i < row.cells().size(); i++) {
        if (!row.head().total() && !columns.get(i).total()) {
          most = Math.max(most, row.cells().get(i).count());
        }
      }
    }
    return most;
  }
}

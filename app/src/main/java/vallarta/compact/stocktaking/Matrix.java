package vallarta.compact.stocktaking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vallarta.compact.consultation.Statement;
import vallarta.compact.consultation.coding.Scheme;

/// How many distinct stakeholders raised each theme in each dimension, with the statements and
/// groups behind each number.
///
/// A cell that nobody raised has no count at all; a theme or dimension that no statement has is not
/// raised either. A count of 0 only appears where a filter leaves out all that was raised.
final class Matrix {

  /// One number of the matrix.
  ///
  /// @param voices distinct stakeholders
  /// @param statements all statements
  /// @param groups distinct groups: what remains when copies count once
  public record Cell(int voices, int statements, int groups) {

    static final Cell NOBODY = new Cell(0, 0, 0);
  }

  /// The word for the row or column of all.
  public static final String ALL = "all";

  private final Map<String, Cell> cells;

  private Matrix(Map<String, Cell> cells) {
    this.cells = cells;
  }

  static Matrix of(Stream<Statement> statements, Function<Statement, StatementGroup> groups) {
    Map<String, Tally> tallies = new HashMap<>();
    statements.forEach(it -> {
      StatementGroup group = groups.apply(it);
      List<String> themes = it.terms(Scheme.THEME);
      List<String> dimensions = it.terms(Scheme.DIMENSION);
      for (String theme : themes) {
        dimensions.forEach(dimension -> count(tallies, theme, dimension, it, group));
        count(tallies, theme, ALL, it, group);
        if (dimensions.isEmpty()) {
          count(tallies, theme, "none", it, group);
        }
      }
      dimensions.forEach(dimension -> count(tallies, ALL, dimension, it, group));
      count(tallies, ALL, ALL, it, group);
    });
    Map<String, Cell> cells = new HashMap<>();
    tallies.forEach((key, tally) -> cells.put(key, tally.cell()));
    return new Matrix(cells);
  }

  /// The cell of a theme and a dimension, each an id, [#ALL], or for the dimension `none`.
  public Cell cell(String theme, String dimension) {
    return cells.getOrDefault(key(theme, dimension), Cell.NOBODY);
  }

  private static void count(
      Map<String, Tally> tallies,
      String theme,
      String dimension,
      Statement it,
      StatementGroup group) {
    tallies.computeIfAbsent(key(theme, dimension), key -> new Tally()).add(it, group);
  }

  private static String key(String theme, String dimension) {
    return theme + '\n' + dimension;
  }

  private static final class Tally {

    private final Set<String> voices = new HashSet<>();
    private final Set<String> groups = new HashSet<>();
    private int statements;

    void add(Statement it, StatementGroup group) {
      voices.add(group.voice(it));
      groups.add(group.id());
      statements++;
    }

    Cell cell() {
      return new Cell(voices.size(), statements, groups.size());
    }
  }
}

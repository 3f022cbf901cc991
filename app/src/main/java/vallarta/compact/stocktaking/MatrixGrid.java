package vallarta.compact.stocktaking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.coding.Concept;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.language.Words;
import vallarta.compact.web.part.Grid;
import vallarta.compact.web.part.Grid.Cell;
import vallarta.compact.web.part.Grid.Head;
import vallarta.compact.web.part.Grid.Row;

/// The matrix as a page or report shows it.
///
/// @param matrix of the statements that are let through
/// @param raised of all statements: what is empty in it nobody raised
/// @param show which number stands in the cells: voices, groups or statements
/// @param href from a theme and a dimension to what is behind the cell, empty where there is no
///   page for it
record MatrixGrid(
    Codebook book,
    Matrix matrix,
    Matrix raised,
    String show,
    BiFunction<String, String, String> href) {

  Grid grid() {
    Words words = book.words();
    List<Concept> dimensions = book.thesaurus().list(Scheme.DIMENSION);
    List<Head> columns = new ArrayList<>();
    dimensions.forEach(
        it -> columns.add(Head.dimension(it.label(words.language()), "", book.ring(it))));
    columns.add(Head.total(words.t("stocktaking.matrix.all-dimensions")));
    List<Row> rows = new ArrayList<>();
    for (Concept group : book.thesaurus().groups()) {
      rows.add(new Row(Head.of(group.label(words.language()), ""), 0, List.of()));
      book.thesaurus().list(Scheme.THEME).stream()
          .filter(it -> it.group().equals(group.id()))
          .forEach(it -> rows.add(row(it, dimensions)));
    }
    rows.add(
        new Row(
            Head.total(words.t("stocktaking.matrix.all-themes")),
            1,
            cells(Matrix.ALL, dimensions)));
    return new Grid(
        words.t("stocktaking.matrix.caption"), words.t("consultation.theme"), columns, rows, false);
  }

  /// How many cells of a theme and a dimension nobody raised.
  int empty() {
    int empty = 0;
    for (String theme : book.thesaurus().ids(Scheme.THEME)) {
      for (String dimension : book.thesaurus().ids(Scheme.DIMENSION)) {
        empty += raised.cell(theme, dimension).statements() == 0 ? 1 : 0;
      }
    }
    return empty;
  }

  int cells() {
    return book.thesaurus().ids(Scheme.THEME).size()
        * book.thesaurus().ids(Scheme.DIMENSION).size();
  }

  private Row row(Concept theme, List<Concept> dimensions) {
    int depth = theme.broader().isEmpty() ? 1 : 2;
    Head head = Head.of(theme.label(book.words().language()), "");
    return new Row(head, depth, cells(theme.id(), dimensions));
  }

  private List<Cell> cells(String theme, List<Concept> dimensions) {
    List<Cell> cells = new ArrayList<>();
    dimensions.forEach(it -> cells.add(cell(theme, it.id())));
    cells.add(cell(theme, Matrix.ALL));
    return cells;
  }

  private Cell cell(String theme, String dimension) {
    String link = href.apply(theme, dimension);
    if (raised.cell(theme, dimension).statements() == 0) {
      return Cell.notRaised(link);
    }
    int number = number(matrix.cell(theme, dimension));
    return number == 0 ? Cell.zero(link) : Cell.count(number, link);
  }

  private int number(Matrix.Cell cell) {
    return switch (show) {
      case "groups" -> cell.groups();
      case "statements" -> cell.statements();
      default -> cell.voices();
    };
  }
}

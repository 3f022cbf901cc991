package vallarta.compact.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vallarta.compact.consultation.Codebook;
import vallarta.compact.consultation.StatementFilter;
import vallarta.compact.consultation.StatementId;
import vallarta.compact.consultation.TinyHoldings;
import vallarta.compact.language.Language;
import vallarta.compact.language.Texts;
import vallarta.compact.web.part.Grid;
import vallarta.compact.web.part.Grid.Cell;

/// "Not raised" is a finding; 0 is what a filter leaves.
class MatrixGridTest {

  private static final Codebook BOOK =
      new Codebook(TinyHoldings.THESAURUS, Texts.load().in(Language.EN));

  private final Synthesis synthesis =
      new Synthesis(
          TinyHoldings.of(
              """
              house-a | ngo   | 013 | es | humanitarian | labour;health | Open clinics.
              house-b | ngo   | 013 | es | humanitarian | labour        | Protect workers.
              house-b | ngo   | 013 | es | humanitarian | labour        | Protect workers!
              crew-c  | union | 155 | en |              | labour        | Wages are owed.
              """),
          Map.of(new StatementId(3), 2L));

  @Test
  void rowsAreTheThemesBelowTheirGroupAndTheSum() {
    Grid grid = all("voices").grid();
    assertThat(grid.rows())
        .extracting(row -> row.depth() + " " + row.head().label())
        .containsExactly(
            "0 Living", "1 Labour", "1 Health", "1 " + grid.rows().get(3).head().label());
    assertThat(grid.rows().get(3).head().total()).isTrue();
    assertThat(grid.columns()).extracting(Grid.Head::ring).containsExactly(1, 4, 0);
  }

  @Test
  void everyNumberLeadsToWhatIsBehindIt() {
    assertThat(cells(all("voices"), 1))
        .containsExactly(
            Cell.count(2, "labour/humanitarian"),
            Cell.notRaised("labour/national"),
            Cell.count(3, "labour/all"));
  }

  @Test
  void aReaderMayCountGroupsOrStatementsInstead() {
    assertThat(cells(all("groups"), 1)).extracting(Cell::count).containsExactly(2, 0, 3);
    assertThat(cells(all("statements"), 1)).extracting(Cell::count).containsExactly(3, 0, 4);
  }

  @Test
  void aFilterLeavesZeroOfWhatWasRaisedAndNothingOfWhatWasNot() {
    MatrixGrid unions = grid(StatementFilter.of(Map.of("type", "union")), "voices");
    assertThat(cells(unions, 1))
        .containsExactly(
            Cell.zero("labour/humanitarian"),
            Cell.notRaised("labour/national"),
            Cell.count(1, "labour/all"));
    assertThat(cells(unions, 2))
        .containsExactly(
            Cell.zero("health/humanitarian"),
            Cell.notRaised("health/national"),
            Cell.zero("health/all"));
  }

  @Test
  void emptyCellsAreThoseThatNobodyRaisedWhateverTheFilter() {
    assertThat(all("voices").cells()).isEqualTo(4);
    assertThat(all("voices").empty()).isEqualTo(2);
    assertThat(grid(StatementFilter.of(Map.of("type", "union")), "voices").empty()).isEqualTo(2);
  }

  private MatrixGrid all(String show) {
    return grid(StatementFilter.ALL, show);
  }

  private MatrixGrid grid(StatementFilter filter, String show) {
    return new MatrixGrid(
        BOOK, synthesis.matrix(filter), synthesis.matrix(), show, (theme, in) -> theme + "/" + in);
  }

  private static List<Cell> cells(MatrixGrid grid, int row) {
    return grid.grid().rows().get(row).cells();
  }
}

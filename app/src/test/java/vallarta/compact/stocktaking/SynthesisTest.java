package vallarta.compact.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vallarta.compact.consultation.StatementFilter;
import vallarta.compact.consultation.StatementId;
import vallarta.compact.consultation.TinyHoldings;
import vallarta.compact.stocktaking.Matrix.Cell;

/// Five statements of three voices; the first and the third say nearly the same.
class SynthesisTest {

  private static final String LINES =
      """
      house-a | ngo   | 013 | es | humanitarian | labour        | Protect workers at sea.
      house-a | ngo   | 013 | es | humanitarian | labour;health | Open clinics to workers.
      house-b | ngo   | 013 | es | humanitarian | labour        | Protect workers at sea!
      crew-c  | union | 155 | en |              | labour        | Wages are owed on departure.
      crew-c  | union | 155 | en | national     |               | Laws should be published.
      """;

  private final Synthesis synthesis =
      new Synthesis(TinyHoldings.of(LINES), Map.of(new StatementId(1), 1L, new StatementId(3), 1L));

  @Test
  void aCellCountsDistinctVoicesBesideStatementsAndGroups() {
    Matrix matrix = synthesis.matrix();
    assertThat(matrix.cell("labour", "humanitarian")).isEqualTo(new Cell(2, 3, 2));
    assertThat(matrix.cell("health", "humanitarian")).isEqualTo(new Cell(1, 1, 1));
    assertThat(matrix.cell("labour", "none")).isEqualTo(new Cell(1, 1, 1));
  }

  @Test
  void aSumCountsAVoiceOnceHoweverManyCellsItIsIn() {
    Matrix matrix = synthesis.matrix();
    assertThat(matrix.cell("labour", Matrix.ALL)).isEqualTo(new Cell(3, 4, 3));
    assertThat(matrix.cell(Matrix.ALL, "humanitarian")).isEqualTo(new Cell(2, 3, 2));
    assertThat(matrix.cell(Matrix.ALL, Matrix.ALL)).isEqualTo(new Cell(3, 5, 4));
  }

  @Test
  void whatNobodyRaisedHasNoCount() {
    assertThat(synthesis.matrix().cell("health", "national")).isEqualTo(Cell.NOBODY);
    assertThat(synthesis.matrix().cell("labour", "national")).isEqualTo(Cell.NOBODY);
  }

  @Test
  void aRejectedCodeDoesNotCount() {
    Synthesis decided =
        new Synthesis(
            TinyHoldings.of("house-a | ngo | 013 | es | humanitarian | -labour;health | Words."),
            Map.of());
    assertThat(decided.matrix().cell("labour", "humanitarian")).isEqualTo(Cell.NOBODY);
    assertThat(decided.matrix().cell("health", "humanitarian")).isEqualTo(new Cell(1, 1, 1));
  }

  @Test
  void aFilterNarrowsTheMatrix() {
    Matrix unions = synthesis.matrix(StatementFilter.of(Map.of("type", "union")));
    assertThat(unions.cell("labour", Matrix.ALL)).isEqualTo(new Cell(1, 1, 1));
    assertThat(unions.cell("labour", "humanitarian")).isEqualTo(Cell.NOBODY);
  }

  @Test
  void groupsStandInTheOrderOfTheirWeight() {
    assertThat(synthesis.groups())
        .extracting(StatementGroup::id)
        .containsExactly("G-1", "G-2", "G-4", "G-5");
    assertThat(synthesis.findGroup("G-1").orElseThrow().voices()).isEqualTo(2);
    assertThat(synthesis.findGroup("G-3")).isEmpty();
  }

  @Test
  void aReferenceThatIsNoMoreLeadsToWhereItsStatementIs() {
    assertThat(synthesis.heir("G-3").map(StatementGroup::id)).contains("G-1");
    assertThat(synthesis.heir("G-1")).as("it is there").isEmpty();
    assertThat(synthesis.heir("G-99")).as("it never was").isEmpty();
    assertThat(synthesis.heir("x")).isEmpty();
  }

  @Test
  void aGroupThroughAFilterHoldsWhatTheFilterLetsThrough() {
    List<StatementGroup> groups = synthesis.groups(StatementFilter.of(Map.of("voice", "house-b")));
    assertThat(groups).extracting(StatementGroup::id).containsExactly("G-1");
    assertThat(groups.getFirst().volume()).isEqualTo(1);
  }

  @Test
  void everyStatementHasItsGroupAndOneOfAnotherTimeHasNone() {
    assertThat(synthesis.groupOf(synthesis.holdings().statements().get(2)).id()).isEqualTo("G-1");
    assertThat(synthesis.groupOf(synthesis.holdings().statements().get(3)).id()).isEqualTo("G-4");
    Synthesis earlier =
        new Synthesis(TinyHoldings.of(LINES.lines().findFirst().orElseThrow()), Map.of());
    assertThatThrownBy(() -> earlier.groupOf(synthesis.holdings().statements().get(4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("S-5");
  }
}

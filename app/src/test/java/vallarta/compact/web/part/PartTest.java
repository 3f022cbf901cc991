package vallarta.compact.web.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartTest {

  @Test
  void aLongListLinksItsEndsAndTheNeighborsOfThePage() {
    assertThat(Paging.of(9, 25, 412).linked()).containsExactly(1, 0, 7, 8, 9, 10, 11, 0, 17);
    assertThat(Paging.of(2, 25, 60).linked()).containsExactly(1, 2, 3);
  }

  @Test
  void aPageShowsItsOwnItemsAndOneBeyondTheEndShowsTheLast() {
    List<Integer> all = IntStream.rangeClosed(1, 60).boxed().toList();
    assertThat(Paging.of(3, 25, 60).of(all)).hasSize(10).startsWith(51).endsWith(60);
    assertThat(Paging.of(99, 25, 60).page()).isEqualTo(3);
    assertThat(Paging.of(1, 25, 0).of(List.of())).isEmpty();
  }

  @Test
  void theDarkestShadeIsForTheLargestNumberAndTotalsHaveNone() {
    Grid.Cell four = Grid.Cell.count(4, "");
    Grid.Cell hundred = Grid.Cell.count(100, "");
    Grid.Row row =
        new Grid.Row(
            Grid.Head.of("theme", ""), 0, List.of(four, hundred, Grid.Cell.count(104, "")));
    List<Grid.Head> columns =
        List.of(
            Grid.Head.dimension("Human", "", 1),
            Grid.Head.dimension("Local", "", 3),
            Grid.Head.total("Total"));
    Grid grid = new Grid("", "", columns, List.of(row), false);
    // The root of 4 in 100 is a fifth: 1.2 of 6, rounded up.
    assertThat(grid.tone(row, columns.get(0), four)).isEqualTo("h2");
    assertThat(grid.tone(row, columns.get(1), hundred)).isEqualTo("h6");
    assertThat(grid.tone(row, columns.get(2), row.cells().get(2))).isEqualTo("total");
    assertThat(grid.tone(row, columns.get(0), Grid.Cell.notRaised(""))).isEqualTo("none");
  }

  @Test
  void aBarIsNeverLongerThanItsFrameAndEmptyWithoutExpectation() {
    assertThat(heard(7, 14).filled(120)).isEqualTo(60);
    assertThat(heard(20, 14).filled(120)).isEqualTo(120);
    assertThat(new Heard.Row(List.of(), 3, null, false, 0, "", "", false).filled(120)).isZero();
  }

  private static Heard.Row heard(int heard, int expected) {
    return new Heard.Row(List.of(), heard, expected, false, 0, "", "", false);
  }
}

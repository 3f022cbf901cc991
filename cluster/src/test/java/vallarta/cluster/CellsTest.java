package vallarta.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vallarta.engine.similarity.Rarity;

class CellsTest {

  private static final int TEXTS = 60;
  private static final int HEAVY = 100;

  @Test
  void an_element_of_few_texts_is_one_cell() {
    long element = element(HEAVY / 2);
    for (long ref = 0; ref < TEXTS; ref++) {
      assertThat(keys(element, ref)).containsExactly(element << 1);
    }
  }

  @Test
  void each_two_texts_of_a_heavy_element_meet_in_one_cell() {
    long element = element(5_000);
    assertThat(keys(element, 0)).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    for (long one = 0; one < TEXTS; one++) {
      for (long other = one + 1; other < TEXTS; other++) {
        assertThat(meetings(keys(element, one), keys(element, other)))
            .as("where %d meets %d", one, other)
            .hasSize(1);
      }
    }
  }

  /// The cell of one block compares all that are there, that of two blocks one side with the other.
  private static List<Long> meetings(List<Long> one, List<Long> other) {
    List<Long> meetings = new ArrayList<>();
    for (long key : one) {
      long cell = key >>> 49;
      boolean isOfOneBlock = cell / one.size() == cell % one.size();
      if (other.contains(isOfOneBlock ? key : key ^ 1)) {
        meetings.add(cell);
      }
    }
    return meetings;
  }

  private static List<Long> keys(long element, long ref) {
    List<Long> keys = new ArrayList<>();
    new Cells(HEAVY).send(element, ref, keys::add);
    return keys;
  }

  private static long element(int texts) {
    Rarity rarity = new Rarity(texts);
    for (int i = 0; i < texts; i++) {
      rarity.count(new long[] {42});
    }
    return rarity.element(42);
  }
}

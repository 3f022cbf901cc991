package vallarta.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vallarta.engine.similarity.Rarity;

class CellsTest {

  private static final int TEXTS = 60;
  private static final int HEAVY = 100;

  @Test
  void an_element_of_few_texts_is_one_cell() {
    long element = element(HEAVY / 2);
    for (long ref = 0; ref < TEXTS; ref++) {
      assertThat(keys(element, ref)).containsExactly(Cells.whole(element));
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

  /// Cells of one block compare all; others compare one side with the other.
  private static List<Long> meetings(List<Long> one, List<Long> other) {
    List<Long> meetings = new ArrayList<>();
    boolean isOneBlock = one.equals(other);
    for (long key : one) {
      for (long otherKey : other) {
        boolean isMeeting = isOneBlock ? key == otherKey : (key ^ otherKey) == 1;
        if (isMeeting && (!isOneBlock || isWithinBlock(key, one))) {
          meetings.add(Cells.cell(key));
        }
      }
    }
    return meetings;
  }

  /// Of the cells of a block only one has no second side.
  private static boolean isWithinBlock(long key, List<Long> keys) {
    return LongStream.range(0, TEXTS)
        .mapToObj(ref -> keys(element(5_000), ref))
        .filter(it -> !it.equals(keys))
        .noneMatch(it -> it.contains(key ^ 1));
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

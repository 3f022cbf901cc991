package vallarta.engine.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TablesTest {

  @Test
  void holdsWhatAHashMapHolds() {
    Random random = new Random(3);
    LongTable table = new LongTable();
    Map<Long, Integer> map = new HashMap<>();
    for (int i = 0; i < 5000; i++) {
      long key = random.nextInt(3000) - 1500L;
      table.put(key, i);
      map.put(key, i);
    }
    for (long key = -2000; key < 2000; key++) {
      assertThat(table.get(key)).isEqualTo(map.getOrDefault(key, LongTable.NONE));
    }
  }

  @Test
  void joinsComponentsAndLinksTheirNodes() {
    Forest forest = new Forest();
    forest.grow(40);
    assertThat(forest.join(1, 2)).isTrue();
    assertThat(forest.join(2, 1)).isFalse();
    forest.link();
    forest.grow(42);
    forest.join(41, 30);
    assertThat(forest.find(1)).isEqualTo(forest.find(2)).isNotEqualTo(forest.find(30));
    forest.join(2, 30);
    assertThat(forest.find(41)).isEqualTo(forest.find(1));

    List<Integer> around = new ArrayList<>();
    int at = 30;
    do {
      around.add(at);
      at = forest.next(at);
    } while (at != 30);
    assertThat(around).containsExactlyInAnyOrder(1, 2, 30, 41);
  }

  @Test
  void mixesAsPublished() {
    // SplitMix64 from the seed 0: the first outputs of java.util.SplittableRandom(0) are these too
    assertThat(Hash.mix(0)).isEqualTo(0xe220a8397b1dcdafL);
    assertThat(Hash.mix(0x9e3779b97f4a7c15L)).isEqualTo(0x6e789e6aa1b965f4L);
  }

  @Test
  void sortsEntriesByElementAndFindsThem() {
    Random random = new Random(4);
    Entries entries = new Entries(4);
    for (int i = 0; i < 10_000; i++) {
      entries.add(random.nextLong() >>> random.nextInt(60), i);
    }
    entries.sort(0);
    for (int i = 1; i < entries.size(); i++) {
      assertThat(
              Long.compareUnsigned(
                  Entries.order(entries.element(i - 1)), Entries.order(entries.element(i))))
          .isNotPositive();
    }
    assertThat(entries.element(entries.place(entries.element(77)))).isEqualTo(entries.element(77));
  }

  @Test
  void sortsWithAndWithoutRepetitions() {
    LongArray array = new LongArray();
    for (long value : new long[] {3, 1, 3, 2, 1}) {
      array.add(value);
    }
    assertThat(array.sorted()).containsExactly(1, 1, 2, 3, 3);
    assertThat(array.distinct()).containsExactly(1, 2, 3);
  }
}

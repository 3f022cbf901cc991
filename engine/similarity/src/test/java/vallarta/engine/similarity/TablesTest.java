package vallarta.engine.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
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
  void joinsComponentsAndKeepsTheSmallestKey() {
    Components components = new Components();
    for (int node = 0; node < 40; node++) {
      components.add(100 - node);
    }
    components.join(1, 2);
    components.join(30, 31);
    assertThat(components.find(1)).isEqualTo(components.find(2)).isNotEqualTo(components.find(30));
    assertThat(components.smallestKey(1)).isEqualTo(98);

    components.join(2, 31);
    assertThat(components.smallestKey(1)).isEqualTo(69);
    components.offer(30, -5);
    assertThat(components.smallestKey(2)).isEqualTo(-5);
    assertThat(components.smallestKey(0)).isEqualTo(100);
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

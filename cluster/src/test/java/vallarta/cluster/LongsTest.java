package vallarta.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

class LongsTest {

  private final SplittableRandom random = new SplittableRandom(5);

  @Test
  void records_are_sorted_as_unsigned_numbers_by_the_longs_that_are_named() {
    for (int count : new int[] {0, 1, 2, 100, 5_000}) {
      long[] records =
          random.longs(3L * count).map(it -> random.nextBoolean() ? it : it & 3).toArray();
      Comparator<Integer> order =
          Comparator.<Integer, Long>comparing(it -> records[it * 3 + 2], Long::compareUnsigned)
              .thenComparing(it -> records[it * 3], Long::compareUnsigned);
      assertThat(Arrays.stream(Longs.order(records, 3, 2, 0)).boxed())
          .containsExactlyElementsOf(IntStream.range(0, count).boxed().sorted(order).toList());
    }
  }

  @Test
  void pairs_are_a_set() {
    assertThat(Longs.distinctPairs(new long[] {2, 1, 1, 9, 2, 1, 1, 9, 2, 0}))
        .containsExactly(1, 9, 2, 0, 2, 1);
  }

  @Test
  void a_record_is_never_cut_and_none_is_lost() {
    List<Integer> widths = random.ints(400, 1, 3_000).boxed().toList();
    Parcels<Integer> parcels =
        new Parcels<>(
            widths.iterator(),
            3,
            (width, out) -> {
              out.begin(width % 3, width);
              for (int i = 0; i < width; i++) {
                out.add(width % 3, width);
              }
            });
    int[] seen = new int[1];
    while (parcels.hasNext()) {
      Tuple2<Integer, long[]> parcel = parcels.next();
      for (int at = 0; at < parcel._2().length; at += (int) parcel._2()[at]) {
        int width = (int) parcel._2()[at];
        assertThat(Arrays.copyOfRange(parcel._2(), at, at + width)).containsOnly(width);
        assertThat(parcel._1()).isEqualTo(width % 3);
        seen[0]++;
      }
    }
    assertThat(seen[0]).isEqualTo(widths.size());
  }
}

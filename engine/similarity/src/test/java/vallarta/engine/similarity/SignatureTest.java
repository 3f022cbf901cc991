package vallarta.engine.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SignatureTest {

  @Test
  void choosesSeventeenBandsOfSixRowsForTheStandard() {
    // (5/6)^6 = 0.33490; ln(0.001) / ln(1 - 0.33490) = 16.94
    Bands bands = Bands.of(Similarity.STANDARD);
    assertThat(bands).isEqualTo(new Bands(17, 6));
    assertThat(bands.probability(5.0 / 6)).isBetween(0.999, 0.9991);
    assertThat(bands.probability(0.9)).isGreaterThan(0.999_99);
    assertThat(bands.probability(0.3)).isLessThan(0.013);
  }

  @Test
  void drawsTheCurveOfTheBook() {
    // Leskovec, Rajaraman, Ullman, section 3.4.2: b = 20, r = 5
    Bands bands = new Bands(20, 5);
    assertThat(bands.probability(0.2)).isCloseTo(0.006, within(0.0005));
    assertThat(bands.probability(0.5)).isCloseTo(0.470, within(0.0005));
    assertThat(bands.probability(0.8)).isCloseTo(0.9996, within(0.00005));
  }

  @Test
  void needsOneBandWhenOnlyEqualSetsCount() {
    assertThat(Bands.of(new Similarity(1, 0.999)).bands()).isEqualTo(1);
  }

  @Test
  void agreesInABandAsOftenAsTheCurveSays() {
    // 20 of 2 * 30 - 20 numbers shared, J = 1/2: a band of 2 rows agrees with 1/4, one of three
    // bands with 1 - (3/4)^3
    Bands bands = new Bands(3, 2);
    MinHash minHash = new MinHash(bands);
    Invented invented = new Invented(5);
    int candidates = 0;
    int pairs = 20_000;
    for (int i = 0; i < pairs; i++) {
      long[][] pair = invented.pair(30, 20);
      long[] one = minHash.keys(pair[0]);
      long[] other = minHash.keys(pair[1]);
      boolean candidate = false;
      for (int band = 0; band < one.length; band++) {
        candidate |= one[band] == other[band];
      }
      candidates += candidate ? 1 : 0;
    }
    // the standard deviation is 0.0035
    assertThat((double) candidates / pairs).isCloseTo(1 - 27.0 / 64, within(0.015));
  }

  @Test
  void givesOneKeyForEachBandAndTheSameForEqualSets() {
    MinHash minHash = new MinHash(new Bands(4, 3));
    long[] keys = minHash.keys(new long[] {1, 2, 3});
    assertThat(keys).hasSize(4).doesNotHaveDuplicates();
    assertThat(minHash.keys(new long[] {1, 2, 3})).isEqualTo(keys);
    assertThat(Arrays.equals(minHash.keys(new long[] {1, 2, 4}), keys)).isFalse();
  }

  @Test
  void mixesAsPublished() {
    // SplitMix64 from the seed 0: the first outputs of java.util.SplittableRandom(0) are these too
    assertThat(Hash.mix(0)).isEqualTo(0xe220a8397b1dcdafL);
    assertThat(Hash.mix(0x9e3779b97f4a7c15L)).isEqualTo(0x6e789e6aa1b965f4L);
  }
}

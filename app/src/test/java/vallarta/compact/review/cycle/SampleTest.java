package vallarta.compact.review.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vallarta.compact.review.cycle.Sample.Candidate;

/// A sample is drawn by risk, and everybody draws the same again.
class SampleTest {

  private static final Set<Sign> RISKY =
      Set.of(Sign.NO_EVIDENCE, Sign.QUESTIONED, Sign.UNMEASURABLE);

  @Test
  void theSameSeedDrawsTheSameWhateverTheOrder() {
    List<Candidate> all = candidates(200);
    List<Candidate> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(5));
    assertThat(Sample.draw(shuffled, 20, 42)).isEqualTo(Sample.draw(all, 20, 42)).hasSize(20);
    assertThat(Sample.draw(all, 20, 43)).isNotEqualTo(Sample.draw(all, 20, 42));
  }

  @Test
  void whatASeedDrawsIsFixedForEver() {
    assertThat(Sample.draw(candidates(20), 4, 2026).stream().map(Candidate::commitment))
        .as("as a reader draws it who has nothing but the published rule")
        .containsExactly(3L, 10L, 11L, 20L);
  }

  @Test
  void whatIsRiskyIsDrawnMoreOftenAndTheRestHasAChance() {
    List<Candidate> all = candidates(100);
    long risky = 0;
    long others = 0;
    for (long seed = 0; seed < 500; seed++) {
      for (Candidate it : Sample.draw(all, 10, seed)) {
        if (it.risk() > 0) {
          risky++;
        } else {
          others++;
        }
      }
    }
    // Ten of a hundred weigh nine, the others one: about half of what is drawn first.
    assertThat(risky).isBetween(1_600L, 2_400L);
    assertThat(others).isBetween(2_600L, 3_400L);
  }

  @Test
  void asManyAreDrawnAsThereAre() {
    assertThat(Sample.draw(candidates(3), 10, 1)).hasSize(3);
    assertThat(Sample.draw(List.of(), 10, 1)).isEmpty();
  }

  @Test
  void theRiskIsTheSumOfTheWeightsOfItsSigns() {
    assertThat(new Candidate(1, RISKY).risk()).isEqualTo(8);
    assertThat(new Candidate(1, RISKY).why())
        .containsExactly(Sign.NO_EVIDENCE, Sign.QUESTIONED, Sign.UNMEASURABLE);
    assertThat(new Candidate(1, Set.of()).risk()).isZero();
  }

  /// Every tenth is risky.
  private static List<Candidate> candidates(int count) {
    return LongStream.rangeClosed(1, count)
        .mapToObj(it -> new Candidate(it, it % 10 == 0 ? RISKY : Set.of()))
        .toList();
  }
}

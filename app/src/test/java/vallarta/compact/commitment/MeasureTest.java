package vallarta.compact.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeasureTest {

  private static final Target WHOLE =
      new Target(0, "Schools", "", BigDecimal.ZERO, null, BigDecimal.TEN, "schools", null);
  private static final Means A_NEED =
      new Means(0, false, Means.Kind.LAW, "A law", null, "", "", "");

  @Test
  void namesEveryPartThatIsMissingInItsOrder() {
    assertThat(Measure.missing(told("", null, List.of(), List.of()), 1))
        .containsExactly(Measure.values());
  }

  @Test
  void namesNothingWhereNothingIsMissing() {
    assertThat(
            Measure.missing(told("Ministry", LocalDate.EPOCH, List.of(WHOLE), List.of(A_NEED)), 1))
        .isEmpty();
  }

  @Test
  void takesSeveralActorsForAnOffice() {
    assertThat(Measure.missing(told("", LocalDate.EPOCH, List.of(WHOLE), List.of(A_NEED)), 2))
        .isEmpty();
  }

  @Test
  void isContentWithOneTargetThatHasEverything() {
    Target half = new Target(0, "Teachers", "", null, null, null, "", null);
    assertThat(
            Measure.missing(
                told("Ministry", LocalDate.EPOCH, List.of(half, WHOLE), List.of(A_NEED)), 1))
        .isEmpty();
    assertThat(
            Measure.missing(told("Ministry", LocalDate.EPOCH, List.of(half), List.of(A_NEED)), 1))
        .containsExactly(Measure.UNIT, Measure.BASELINE, Measure.VALUE);
  }

  @Test
  void takesTheDateOfATargetForADeadlineOnlyWhereEachHasOne() {
    Target dated =
        new Target(0, "S", "", BigDecimal.ZERO, null, BigDecimal.TEN, "schools", LocalDate.EPOCH);
    assertThat(Measure.missing(told("Ministry", null, List.of(dated), List.of(A_NEED)), 1))
        .isEmpty();
    assertThat(Measure.missing(told("Ministry", null, List.of(WHOLE), List.of(A_NEED)), 1))
        .containsExactly(Measure.DEADLINE);
  }

  private static Undertaking told(
      String office, @Nullable LocalDate due, List<Target> targets, List<Means> means) {
    return new Undertaking(
        "Schools",
        "We will open schools.",
        "en",
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Obligation.VOLUNTARY_PLEDGE,
        office,
        null,
        due,
        Schedule.YEARLY,
        null,
        List.of(),
        targets,
        means,
        List.of());
  }
}

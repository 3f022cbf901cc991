package vallarta.compact.review.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vallarta.compact.commitment.Milestone;
import vallarta.compact.commitment.Obligation;
import vallarta.compact.commitment.Schedule;
import vallarta.compact.commitment.Undertaking;
import vallarta.compact.review.duty.Duty.Kind;

/// When reports fall due, by the schedule of a commitment.
class TimetableTest {

  private static final LocalDate PUBLISHED = LocalDate.of(2027, 1, 4);

  @Test
  void onceWhenItsTimeIsOver() {
    assertThat(from(told(Schedule.ONCE, null, "2028-06-01"), "2027-01-04"))
        .containsExactly("once 2028-06-01");
    assertThat(from(told(Schedule.ONCE, null, null), "2027-01-04"))
        .as("without an end a year after it was published")
        .containsExactly("once 2028-01-04");
  }

  @Test
  void yearlyTheNextAloneAndWhenItsTimeIsOver() {
    Undertaking told = told(Schedule.YEARLY, "2027-07-01", "2029-07-01");
    assertThat(from(told, "2027-01-04")).containsExactly("final 2029-07-01", "yearly 2027-07-01");
    assertThat(from(told, "2027-07-02")).containsExactly("final 2029-07-01", "yearly 2028-07-01");
    assertThat(from(told, "2028-07-02"))
        .as("the last is the final one")
        .containsExactly("final 2029-07-01");
  }

  @Test
  void everyYearWithoutAnEndOnTheSameDayOfTheYear() {
    Undertaking leap = told(Schedule.YEARLY, "2028-02-29", null);
    assertThat(from(leap, "2028-03-01")).containsExactly("yearly 2029-02-28");
    assertThat(from(leap, "2031-03-01"))
        .as("it does not stay at the 28th")
        .containsExactly("yearly 2032-02-29");
  }

  @Test
  void atEachMilestoneAndWhenItsTimeIsOver() {
    Undertaking told =
        told(
            Schedule.MILESTONES,
            null,
            "2029-01-01",
            new Milestone(4, "Law passed", LocalDate.of(2027, 9, 1), 0),
            new Milestone(5, "Open", LocalDate.of(2029, 1, 1), 1));
    assertThat(from(told, "2027-01-04"))
        .containsExactly("milestone 2027-09-01", "final 2029-01-01");
  }

  @Test
  void notForWhatWasDueBeforeItWasEntered() {
    assertThat(from(told(Schedule.YEARLY, "2019-01-01", "2021-01-01"), "2027-01-04"))
        .as("one report tells what came of it")
        .containsExactly("final 2028-01-04");
    assertThat(from(told(Schedule.YEARLY, "2019-03-01", "2028-01-01"), "2027-01-04"))
        .containsExactly("final 2028-01-01", "yearly 2027-03-01");
  }

  @Test
  void knowsWhichDatesItHas() {
    Timetable it = Timetable.of(told(Schedule.YEARLY, "2027-07-01", "2029-07-01"), PUBLISHED);
    assertThat(it.has(Kind.YEARLY, LocalDate.of(2028, 7, 1))).isTrue();
    assertThat(it.has(Kind.YEARLY, LocalDate.of(2029, 7, 1))).isFalse();
    assertThat(it.has(Kind.FINAL, LocalDate.of(2029, 7, 1))).isTrue();
    assertThat(it.has(Kind.FINAL, LocalDate.of(2028, 7, 1))).isFalse();
  }

  private static List<String> from(Undertaking told, String day) {
    LocalDate from = LocalDate.parse(day);
    return Timetable.of(told, PUBLISHED).from(from, from).stream()
        .map(it -> it.kind().tag() + " " + it.due())
        .toList();
  }

  private static Undertaking told(
      Schedule schedule, @Nullable String first, @Nullable String due, Milestone... milestones) {
    return new Undertaking(
        "Title",
        "Text",
        "en",
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Obligation.VOLUNTARY_PLEDGE,
        "",
        null,
        due == null ? null : LocalDate.parse(due),
        schedule,
        first == null ? null : LocalDate.parse(first),
        Arrays.asList(milestones),
        List.of(),
        List.of(),
        List.of());
  }
}

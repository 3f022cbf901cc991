package vallarta.compact.review.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vallarta.compact.commitment.Milestone;
import vallarta.compact.commitment.Schedule;
import vallarta.compact.commitment.Undertaking;
import vallarta.compact.review.duty.Duty.Kind;

/// When reports on a commitment fall due, by its schedule.
///
/// Once: when its time is over. Yearly: from the first report on, a year after it was published
/// where nobody said when, and when its time is over. At milestones: at each, and when its time is
/// over. What was due before it was published is not asked for; where nothing else is left, as of a
/// commitment entered after its time, one report is asked for a year after it was published.
///
/// @param fixed those that are known from the beginning
/// @param first the first of the yearly ones, null when it has none
/// @param end the day from which no yearly one falls due, null for one without an end
record Timetable(List<Date> fixed, @Nullable LocalDate first, @Nullable LocalDate end) {

  /// One report that falls due.
  ///
  /// @param milestone number of the milestone, 0 for none
  record Date(Kind kind, LocalDate due, long milestone) {}

  /// More years than any schedule has.
  private static final int MOST_YEARS = 200;

  Timetable {
    fixed = List.copyOf(fixed);
  }

  static Timetable of(Undertaking told, LocalDate published) {
    LocalDate usual = published.plusYears(1);
    @Nullable LocalDate end = told.due();
    List<Date> fixed = new ArrayList<>();
    @Nullable LocalDate first = null;
    if (told.schedule() == Schedule.ONCE) {
      @Nullable LocalDate only = end == null ? told.firstReport() : end;
      fixed.add(new Date(Kind.ONCE, only == null ? usual : only, 0));
    } else {
      if (told.schedule() == Schedule.YEARLY) {
        first = told.firstReport() == null ? usual : told.firstReport();
      } else {
        milestones(told, end, fixed);
      }
      if (end != null) {
        fixed.add(new Date(Kind.FINAL, end, 0));
      }
    }
    fixed.removeIf(it -> it.due().isBefore(published));
    Timetable all = new Timetable(fixed, first, end);
    return all.from(published, published).isEmpty()
        ? new Timetable(List.of(new Date(Kind.FINAL, usual, 0)), null, end)
        : all;
  }

  private static void milestones(Undertaking told, @Nullable LocalDate end, List<Date> fixed) {
    for (Milestone it : told.milestones()) {
      if (!it.due().equals(end)
          && fixed.stream().noneMatch(other -> other.due().equals(it.due()))) {
        fixed.add(new Date(Kind.MILESTONE, it.due(), it.id()));
      }
    }
  }

  /// Those that are to be open: all that are fixed from that day on, and of the yearly ones those
  /// up to the next.
  ///
  /// @param from the first day of which reports are asked for
  /// @param today the yearly ones are opened up to the first that is not before it
  List<Date> from(LocalDate from, LocalDate today) {
    List<Date> dates =
        new ArrayList<>(fixed.stream().filter(it -> !it.due().isBefore(from)).toList());
    for (int n = 0; first != null && n < MOST_YEARS; n++) {
      LocalDate due = first.plusYears(n);
      if (end != null && !due.isBefore(end)) {
        break;
      }
      if (!due.isBefore(from)) {
        dates.add(new Date(Kind.YEARLY, due, 0));
        if (!due.isBefore(today)) {
          break;
        }
      }
    }
    return dates;
  }

  /// Whether a report of that kind falls due on that day.
  boolean has(Kind kind, LocalDate due) {
    return kind == Kind.YEARLY
        ? from(due, due).contains(new Date(kind, due, 0))
        : fixed.stream().anyMatch(it -> it.kind() == kind && it.due().equals(due));
  }
}

package vallarta.compact.consultation.submission;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import vallarta.compact.language.Words;

/// A length of time as people tell it: in days from two days on, in hours from two hours on, else
/// in minutes. Days are those of the calendar: two days are two days, also over a change of the
/// clocks.
///
/// @param count whole ones, rounded down
record Span(Unit unit, long count) {

  enum Unit {
    DAYS,
    HOURS,
    MINUTES
  }

  private static final int LEAST = 2;

  /// From one moment to a later one, both on the same clocks.
  static Span between(ZonedDateTime from, ZonedDateTime to) {
    long days = ChronoUnit.DAYS.between(from, to);
    if (days >= LEAST) {
      return new Span(Unit.DAYS, days);
    }
    long hours = ChronoUnit.HOURS.between(from, to);
    return hours >= LEAST
        ? new Span(Unit.HOURS, hours)
        : new Span(Unit.MINUTES, ChronoUnit.MINUTES.between(from, to));
  }

  /// In words.
  ///
  /// @param what `left`, `over` or `late`
  String in(Words words, String what) {
    String key = "consultation.call." + what + "." + unit.name().toLowerCase(java.util.Locale.ROOT);
    return words.t(key, "count", count);
  }
}

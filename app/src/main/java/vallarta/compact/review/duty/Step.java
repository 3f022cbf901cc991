package vallarta.compact.review.duty;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vallarta.compact.access.Role;

/// A step of the ladder of reminders: on which day it is climbed, and who is reminded then. The
/// public label comes after the last.
enum Step {
  T_30(-30, Role.MAIN_FOCAL_POINT),
  T_7(-7, Role.MAIN_FOCAL_POINT),
  T0(0, Role.MAIN_FOCAL_POINT),
  T14(14, Role.ALTERNATE_FOCAL_POINT),
  T45(45, Role.VALIDATING_FOCAL_POINT);

  /// After how many days the label is raised: two weeks are left to answer the last reminder.
  static final int LABEL_AFTER = 60;

  private final int days;
  private final Role role;

  Step(int days, Role role) {
    this.days = days;
    this.role = role;
  }

  /// Of a State the focal point who is reminded; an organisation has contributors alone.
  Role role() {
    return role;
  }

  LocalDate day(LocalDate due) {
    return due.plusDays(days);
  }

  /// The last step whose day has come. Those before it that nobody climbed are left out.
  static Optional<Step> of(LocalDate due, LocalDate today) {
    return Arrays.stream(values())
        .filter(it -> !it.day(due).isAfter(today))
        .reduce((before, after) -> after);
  }

  /// The word in tables and keys: `t-30`.
  String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

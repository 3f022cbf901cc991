package vallarta.compact.commitment;

import java.util.Locale;

/// When a commitment is to be reported on.
public enum Schedule {
  /// Once, when its time is over.
  ONCE,
  /// Every year from the first report on, until its time is over.
  YEARLY,
  /// At each of its milestones, and when its time is over.
  MILESTONES;

  public static Schedule of(String tag) {
    return valueOf(tag.toUpperCase(Locale.ROOT));
  }

  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package vallarta.compact.review.cycle;

import java.util.Locale;

/// A sign that a commitment that is declared done needs a second look. The weights are public: the
/// risk of a commitment is the sum of those of its signs.
enum Sign {
  /// Nobody gave any evidence.
  NO_EVIDENCE(3),
  /// All evidence is of whoever reports.
  OWN_EVIDENCE(2),
  /// A parallel report does not agree.
  QUESTIONED(3),
  /// A parallel report agrees in part, and none disagrees.
  PARTLY_QUESTIONED(1),
  /// It cannot be measured.
  UNMEASURABLE(2),
  /// Its means are at least twice the usual in their unit.
  LARGE_MEANS(1),
  /// No review has looked at it yet.
  NEVER_ASSESSED(2);

  private final int weight;

  Sign(int weight) {
    this.weight = weight;
  }

  int weight() {
    return weight;
  }

  /// The word in tables and keys: `no-evidence`.
  String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Sign of(String tag) {
    return valueOf(tag.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}

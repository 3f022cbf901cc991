package vallarta.compact.review.cycle;

import java.util.Locale;

/// How far a reviewer found a commitment kept, the least first.
enum Verdict {
  NOT_KEPT,
  PARTLY_KEPT,
  MOSTLY_KEPT,
  KEPT,
  /// What there is does not tell.
  CANNOT_TELL;

  /// The word in tables and keys: `mostly-kept`.
  String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Verdict of(String tag) {
    return valueOf(tag.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}

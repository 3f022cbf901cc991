package vallarta.compact.review.voice;

import java.util.Locale;

/// Whether a parallel report agrees with what the actor reports.
enum Agrees {
  YES,
  IN_PART,
  NO;

  /// The word in tables, addresses and keys: `in-part`.
  String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

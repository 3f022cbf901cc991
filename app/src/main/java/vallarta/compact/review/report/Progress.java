package vallarta.compact.review.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vallarta.compact.review.Standing;

/// How far an actor says it is: one of five words, the same for everybody.
enum Progress {
  PLANNED,
  UNDER_WAY,
  MOSTLY_DONE,
  DONE,
  STALLED;

  static Optional<Progress> find(String tag) {
    return Arrays.stream(values()).filter(it -> it.tag().equals(tag)).findFirst();
  }

  /// The word in tables, addresses and keys: `under-way`.
  String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Where a commitment stands of which that is reported.
  Standing standing() {
    return Standing.of(tag());
  }
}

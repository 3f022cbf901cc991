package vallarta.compact.review.scorecard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One of the five principles of the accountability mechanism.
enum Principle {
  COHERENCE,
  ACCESS,
  OVERSIGHT,
  PARTICIPATION,
  RESULTS;

  /// The measures that it is seen by, in their order.
  List<Measure> measures() {
    return Arrays.stream(Measure.values()).filter(it -> it.principle() == this).toList();
  }

  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}

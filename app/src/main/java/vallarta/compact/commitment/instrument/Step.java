package vallarta.compact.commitment.instrument;

import java.util.Locale;

/// What a State can do about the instrument, in the usual order.
enum Step {
  SIGNED,
  ENDORSED,
  RATIFIED,
  IMPLEMENTING_LAW,
  WITHDRAWN;

  static Step of(String tag) {
    return valueOf(tag.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

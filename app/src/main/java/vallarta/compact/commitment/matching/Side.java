package vallarta.compact.commitment.matching;

import java.util.Locale;
import vallarta.compact.access.Role;

/// One of the two sides of a match.
enum Side {
  NEED,
  OFFER;

  /// Whoever asks, confirms and ends in the name of a side: those who may publish its commitment.
  static final Role[] SPEAKERS = {
    Role.MAIN_FOCAL_POINT, Role.VALIDATING_FOCAL_POINT, Role.CONTRIBUTOR
  };

  static Side of(String tag) {
    return valueOf(tag.toUpperCase(Locale.ROOT));
  }

  static Side of(boolean offer) {
    return offer ? OFFER : NEED;
  }

  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  Side other() {
    return this == NEED ? OFFER : NEED;
  }
}

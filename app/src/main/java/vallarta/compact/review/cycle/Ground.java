package vallarta.compact.review.cycle;

import java.util.Locale;

/// Why a reviewer does not assess a commitment.
enum Ground {
  /// It is of a State for which, or in which, the reviewer acts or acted.
  OWN_STATE,
  /// It is of an organisation for which the reviewer acts or acted.
  OWN_ORGANISATION,
  /// Its means come from, or go to, such an organisation.
  OWN_GRANT,
  /// The reviewer said so.
  SAID;

  /// The word in tables and keys: `own-state`.
  String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Ground of(String tag) {
    return valueOf(tag.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}

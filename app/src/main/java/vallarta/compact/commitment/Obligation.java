package vallarta.compact.commitment;

import java.util.Locale;

/// How binding a commitment is. The wording of every message about it follows this: what was
/// pledged is never called a duty.
public enum Obligation {
  VOLUNTARY_PLEDGE,
  POLITICAL_COMMITMENT,
  LEGAL_DUTY;

  public static Obligation of(String tag) {
    return valueOf(tag.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// The word in tables, addresses and strings: `voluntary-pledge`.
  public String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

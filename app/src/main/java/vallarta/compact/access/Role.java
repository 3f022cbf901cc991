package vallarta.compact.access;

import java.util.Locale;

/// In what capacity somebody acts: the role of a mandate.
public enum Role {
  SECRETARIAT,
  CO_CHAIR,
  CO_FACILITATOR,
  MAIN_FOCAL_POINT,
  ALTERNATE_FOCAL_POINT,
  VALIDATING_FOCAL_POINT,
  DELEGATE,
  MODERATOR,
  RAPPORTEUR,
  PANELLIST,
  REVIEWER,
  CONTRIBUTOR;

  /// The role of that word.
  public static Role of(String tag) {
    return valueOf(tag.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// The word in tables, addresses and strings: `main-focal-point`.
  public String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether whoever acts in it signs in with two factors.
  public boolean needsTwoFactors() {
    return this == SECRETARIAT;
  }
}

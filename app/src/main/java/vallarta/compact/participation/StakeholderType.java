package vallarta.compact.participation;

import java.util.Locale;

/// What kind of body speaks.
public enum StakeholderType {
  STATE,
  INTERGOVERNMENTAL,
  UN_AGENCY,
  NHRI,
  PARLIAMENT,
  NGO,
  ACADEMIA,
  BUSINESS,
  UNION,
  LOCAL_AUTHORITY,
  MIGRANTS_ASSOCIATION,
  FAITH_BASED,
  MEDIA,
  /// Nobody said who it is.
  UNKNOWN;

  /// The type of that word.
  public static StakeholderType of(String tag) {
    return valueOf(tag.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// The word in tables, addresses and strings: `local-authority`.
  public String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

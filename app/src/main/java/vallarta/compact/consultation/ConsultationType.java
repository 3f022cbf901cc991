package vallarta.compact.consultation;

import java.util.Locale;

/// What kind of event or call gathers inputs.
public enum ConsultationType {
  REGIONAL_MEETING,
  MULTI_STAKEHOLDER_HEARING,
  REGIONAL_CIVIL_SOCIETY_CONSULTATION,
  NATIONAL_CONSULTATION,
  THEMATIC_SESSION,
  WRITTEN_CALL;

  /// The type of that word.
  public static ConsultationType of(String tag) {
    return valueOf(tag.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// The word in tables, addresses and strings.
  public String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

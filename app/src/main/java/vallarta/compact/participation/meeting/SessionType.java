package vallarta.compact.participation.meeting;

import java.util.Locale;

/// What kind of session it is.
public enum SessionType {
  PLENARY,
  PANEL,
  LAB_TALK,
  /// A group that works on one dimension and proposes commitments.
  ACTION_GROUP,
  CONCLUDING;

  /// The type of that word.
  public static SessionType of(String tag) {
    return valueOf(tag.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// The word in tables, addresses and strings: `action-group`.
  public String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

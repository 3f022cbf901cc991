package vallarta.compact.participation;

import vallarta.compact.language.Language;

/// A State, organisation or group in whose name something is said: one voice when voices are
/// counted.
///
/// @param key its stable reference in tables
/// @param name its name in its own language
/// @param nameLanguage BCP 47 tag of the name, or empty
/// @param type what kind of body it is
/// @param state ISO 3166-1 alpha-3 code (user-assigned for fictional States), or empty
/// @param region UN M49 code, or empty
/// @param fictional whether it is invented for the demonstration
public record Stakeholder(
    String key,
    String name,
    String nameLanguage,
    StakeholderType type,
    String state,
    String region,
    boolean fictional) {

  /// The voice of an input of which nobody said who speaks: it counts as one voice of its own.
  public static Stakeholder unknown(String inputKey) {
    return new Stakeholder("input:" + inputKey, "", "", StakeholderType.UNKNOWN, "", "", false);
  }

  /// Whether somebody said who it is.
  public boolean isKnown() {
    return !name.isEmpty();
  }

  /// Real States bear their name in the reader's language, all others as they call themselves.
  public String nameIn(Language language) {
    return type == StakeholderType.STATE && !fictional && !state.isEmpty()
        ? States.name(state, language)
        : name;
  }

  /// A voice that is in no register: a State is known by its name, all others are as they are said
  /// to be.
  public static Stakeholder named(String name, StakeholderType type, String region) {
    return States.find(name)
        .filter(state -> type == StakeholderType.STATE || type == StakeholderType.UNKNOWN)
        .map(States.State::asStakeholder)
        .orElseGet(() -> new Stakeholder(name, name, "", type, "", region, false));
  }
}

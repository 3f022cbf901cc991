package vallarta.compact.commitment.exchange;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.participation.States;

/// Who undertakes a commitment, by the key in the register or, for a State, by a name in any of the
/// six languages.
final class Actors {

  private final Map<String, Stakeholder> registered;
  private final boolean register;
  private final Map<String, Stakeholder> fresh = new LinkedHashMap<>();

  /// @param register whether a State that is in no register yet is to be entered
  Actors(Map<String, Stakeholder> registered, boolean register) {
    this.registered = registered;
    this.register = register;
  }

  /// The key of that one, or what was said when nobody knows it.
  String key(String said) {
    if (registered.containsKey(said)) {
      return said;
    }
    return States.find(said)
        .map(state -> {
          if (register && !registered.containsKey(state.code())) {
            fresh.computeIfAbsent(
                state.code(), it -> Stakeholder.named(said, StakeholderType.STATE, ""));
          }
          return state.code();
        })
        .orElse(said);
  }

  boolean knows(String key) {
    return registered.containsKey(key) || fresh.containsKey(key);
  }

  boolean isRegistered(String key) {
    return registered.containsKey(key);
  }

  boolean isFictional(String key) {
    Stakeholder known = registered.get(key);
    return known != null && known.fictional();
  }

  /// Those who are to be entered into the register.
  Collection<Stakeholder> fresh() {
    return fresh.values();
  }
}

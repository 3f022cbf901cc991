package vallarta.compact.review.cycle;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vallarta.compact.participation.Mandate;
import vallarta.compact.participation.Stakeholder;

/// Keeps a reviewer from what is their own: mandates that ended count as those in force do.
final class Recusal {

  /// Those who have to do with a commitment.
  ///
  /// @param actors whoever undertakes it, whatever they answered
  /// @param partners keys of those whose means meet its needs, or whose needs its means meet
  record Parties(Collection<Stakeholder> actors, Set<String> partners) {}

  private Recusal() {}

  /// Why somebody with these mandates may not assess it, empty when they may.
  static Optional<Ground> of(Collection<Mandate> mandates, Parties parties) {
    Set<String> keys = new HashSet<>();
    Set<String> states = new HashSet<>();
    for (Mandate held : mandates) {
      keys.add(held.stakeholder().key());
      if (!held.stakeholder().state().isEmpty()) {
        states.add(held.stakeholder().state());
      }
    }
    for (Stakeholder actor : parties.actors()) {
      if (states.contains(actor.state())) {
        return Optional.of(Ground.OWN_STATE);
      }
      if (keys.contains(actor.key())) {
        return Optional.of(Ground.OWN_ORGANISATION);
      }
    }
    return parties.partners().stream().anyMatch(keys::contains)
        ? Optional.of(Ground.OWN_GRANT)
        : Optional.empty();
  }
}

package vallarta.compact.consultation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vallarta.compact.participation.Stakeholder;

/// What the register knows already, by the references that tables use.
///
/// @param open whether there is no register at all, so that any reference is taken as it stands
record Known(
    Map<String, Stakeholder> stakeholders, Map<String, Consultation> consultations, boolean open) {

  private static final int TOLD = 10;

  /// For files that are received without a register.
  static final Known NOTHING = new Known(Map.of(), Map.of(), true);

  Optional<Stakeholder> findStakeholder(String key) {
    return Optional.ofNullable(stakeholders.get(key));
  }

  Optional<Consultation> findConsultation(String ref) {
    Consultation found = consultations.get(ref);
    return found == null && open && !ref.isEmpty()
        ? Optional.of(Consultation.named(ref))
        : Optional.ofNullable(found);
  }

  /// @throws IllegalArgumentException when there is none of that reference
  Consultation getConsultation(String ref) {
    return findConsultation(ref)
        .orElseThrow(() ->
            new IllegalArgumentException("the register has no consultation '%s'".formatted(ref)));
  }

  /// Some references of the register, to show what one looks like.
  List<String> someConsultations() {
    return consultations.keySet().stream().sorted().limit(TOLD).toList();
  }
}

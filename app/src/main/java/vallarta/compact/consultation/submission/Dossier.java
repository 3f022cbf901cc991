package vallarta.compact.consultation.submission;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import vallarta.compact.consultation.Consultation;
import vallarta.compact.participation.Stakeholder;

/// A submission with all that it names.
///
/// @param deadline that holds for its owner, empty where there is none
/// @param signers whom the owner asked to sign it
record Dossier(
    Submission it,
    Stakeholder owner,
    Consultation consultation,
    Optional<Deadline> deadline,
    List<Signer> signers) {

  /// A co-signatory with its name.
  record Signer(CoSignatory it, Stakeholder who) {}

  /// Those who confirmed.
  List<Signer> confirmed() {
    return signers.stream().filter(signer -> signer.it().isConfirmed()).toList();
  }

  /// Those who have not answered.
  List<Signer> silent() {
    return signers.stream()
        .filter(signer -> signer.it().answer() == CoSignatory.Answer.ASKED)
        .toList();
  }

  /// How it came, empty for what was never handed in.
  Optional<Receipt> receipt() {
    return Optional.ofNullable(it.arrival()).map(arrival -> Receipt.of(arrival, consultation));
  }

  /// Whether it would be late if it were handed in now.
  boolean wouldBeLateAt(Instant now) {
    Submission.Arrival arrival = it.arrival();
    Instant counts = arrival == null ? now : arrival.received();
    return deadline.filter(due -> due.isOverAt(counts)).isPresent();
  }

  /// Whether a co-signatory answered after the deadline.
  boolean isAfterDeadline(CoSignatory cosignatory) {
    Instant answered = cosignatory.answeredAt();
    return answered != null && deadline.filter(due -> due.isOverAt(answered)).isPresent();
  }

  /// A moment on the clocks of the consultation.
  ZonedDateTime here(Instant moment) {
    ZoneId zone = consultation.zone();
    return moment.atZone(zone == null ? ZoneOffset.UTC : zone);
  }

  /// What to call it where everybody reads: its title once it is published.
  Optional<String> publicTitle() {
    return it.state() == Submission.State.PUBLISHED && !it.told().isConfidential()
        ? Optional.of(it.told().title())
        : Optional.empty();
  }
}

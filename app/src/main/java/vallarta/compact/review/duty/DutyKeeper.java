package vallarta.compact.review.duty;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vallarta.compact.commitment.CommitmentChanged;
import vallarta.compact.commitment.CommitmentChanged.What;

/// Keeps duties with commitments, in the transaction that publishes, changes, confirms or withdraws
/// one.
@Component
class DutyKeeper {

  private final Duties duties;
  private final Labels labels;

  DutyKeeper(Duties duties, Labels labels) {
    this.duties = duties;
    this.labels = labels;
  }

  @EventListener
  void on(CommitmentChanged change) {
    if (change.by() != What.FILED) {
      duties.keep(change.id());
      labels.keep(change.id());
    }
  }
}

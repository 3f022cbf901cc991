package vallarta.compact.review;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.CommitmentChanged;
import vallarta.compact.commitment.CommitmentChanged.What;
import vallarta.compact.commitment.Commitments;

/// Keeps standings with commitments: one that is published has no report, one that is withdrawn is
/// withdrawn.
@Component
class StandingKeeper {

  private final Standings standings;
  private final Commitments commitments;

  StandingKeeper(Standings standings, Commitments commitments) {
    this.standings = standings;
    this.commitments = commitments;
  }

  @EventListener
  void on(CommitmentChanged change) {
    if (change.by() == What.PUBLISHED) {
      standings.begin(change.id());
    } else if (change.by() == What.WITHDRAWN) {
      Commitment it = commitments.get("CM-" + change.id());
      standings.change(it.id(), Standing.WITHDRAWN, it.withdrawnReason(), it.ref());
      standings.flag(it.id(), false);
    }
  }
}

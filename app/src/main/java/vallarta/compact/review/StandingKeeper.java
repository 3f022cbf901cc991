package vallarta.compact.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
  private final Clock clock;

  StandingKeeper(Standings standings, Commitments commitments, Clock clock) {
    this.standings = standings;
    this.commitments = commitments;
    this.clock = clock;
  }

  @EventListener
  void on(CommitmentChanged change) {
    if (change.by() == What.PUBLISHED) {
      standings.begin(change.id(), since(commitments.get("CM-" + change.id())));
    } else if (change.by() == What.WITHDRAWN) {
      Commitment it = commitments.get("CM-" + change.id());
      standings.change(it.id(), Standing.WITHDRAWN, it.withdrawnReason(), it.ref());
      standings.flag(it.id(), false);
    }
  }

  /// From when on silence counts: of one that was entered after its time, from its beginning.
  private Instant since(Commitment it) {
    LocalDate starts = it.told().starts();
    Instant now = clock.instant();
    if (!it.historical() || starts == null) {
      return now;
    }
    Instant begins = starts.atStartOfDay(ZoneOffset.UTC).toInstant();
    return begins.isBefore(now) ? begins : now;
  }
}

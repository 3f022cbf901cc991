package vallarta.compact.stocktaking;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.consultation.Holdings;

/// The synthesis of what was received, as of now.
@Service
public class Stocktaking {

  private final Consultations consultations;
  private final Groups groups;
  private volatile @Nullable Synthesis latest;

  Stocktaking(Consultations consultations, Groups groups) {
    this.consultations = consultations;
    this.groups = groups;
  }

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Synthesis synthesis() {
    Holdings holdings = consultations.holdings();
    Synthesis known = latest;
    if (known != null && known.holdings() == holdings) {
      return known;
    }
    Synthesis taken = new Synthesis(holdings, groups.membership());
    latest = taken;
    return taken;
  }
}

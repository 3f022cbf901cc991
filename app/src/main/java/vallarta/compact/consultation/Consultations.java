package vallarta.compact.consultation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.consultation.reading.Reading;
import vallarta.compact.store.Revision;

/// What was received, for everybody who reads: one unchanging picture of the store, taken anew when
/// the store has changed.
@Service
public class Consultations {

  private final HoldingsReader reader;
  private final InputStore inputs;
  private final Revision revision;
  private volatile @Nullable Holdings latest;

  Consultations(HoldingsReader reader, InputStore inputs, Revision revision) {
    this.reader = reader;
    this.inputs = inputs;
    this.revision = revision;
  }

  /// Everything that was received and may be published, as of now.
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Holdings holdings() {
    long now = revision.current();
    Holdings known = latest;
    return known != null && known.revision() == now ? known : take(now);
  }

  /// The text of an input, empty when there is none or it may not be published.
  @Transactional(readOnly = true)
  public Optional<Reading> findText(Input input) {
    return input.consent() == Input.Consent.PUBLISH ? inputs.findText(input) : Optional.empty();
  }

  private synchronized Holdings take(long now) {
    Holdings known = latest;
    if (known != null && known.revision() == now) {
      return known;
    }
    Holdings taken = reader.read(now);
    latest = taken;
    return taken;
  }
}

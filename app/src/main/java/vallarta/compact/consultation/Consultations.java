package vallarta.compact.consultation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.consultation.reading.Reading;
import vallarta.compact.store.Revision;

/// What was received, for everybody who reads: one unchanging picture of the store, taken anew when
/// the store has changed. Calls for submissions are announced here, too.
@Service
public class Consultations {

  private final HoldingsReader reader;
  private final InputStore inputs;
  private final Register register;
  private final Revision revision;
  private volatile @Nullable Holdings latest;

  Consultations(HoldingsReader reader, InputStore inputs, Register register, Revision revision) {
    this.reader = reader;
    this.inputs = inputs;
    this.register = register;
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

  /// The consultation as the register has it in this very transaction.
  @Transactional(readOnly = true)
  public Optional<Consultation> find(String ref) {
    return Optional.ofNullable(reader.consultations().get(ref));
  }

  /// Writes that consultation with its call into the register and into the public record.
  @Transactional
  public void announce(Consultation calling) {
    if (register.saveConsultations(List.of(calling)) > 0) {
      revision.touch();
    }
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

package vallarta.compact.consultation;

import org.springframework.stereotype.Component;
import vallarta.compact.consultation.coding.Thesaurus;
import vallarta.compact.consultation.reading.DocumentReader;
import vallarta.compact.consultation.reading.ReadingLimits;

/// Opens an intake when there is something to receive: the reader's processes and the matching
/// terms cost memory.
@Component
final class IntakeFactory {

  private final Thesauri thesauri;
  private final ReadingLimits limits = ReadingLimits.DEFAULT;

  IntakeFactory(Thesauri thesauri) {
    this.thesauri = thesauri;
  }

  Intake open() {
    return new Intake(new DocumentReader(limits), thesaurus());
  }

  /// The thesaurus by which statements are coded now.
  Thesaurus thesaurus() {
    return thesauri.current().thesaurus();
  }

  long limitBytes() {
    return limits.fileBytes();
  }
}

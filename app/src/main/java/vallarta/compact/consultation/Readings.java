package vallarta.compact.consultation;

import java.util.function.Supplier;
import vallarta.compact.consultation.reading.Reading;

/// Where readings are kept between two runs, so that a stopped import does not read a file twice.
@FunctionalInterface
interface Readings {

  /// Keeps nothing.
  Readings NOT_KEPT = (sha256, read) -> read.get();

  /// The kept reading of the file with those bytes, else what reading it now gives.
  Reading of(String sha256, Supplier<Reading> read);
}

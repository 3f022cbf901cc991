package vallarta.compact.commitment.instrument;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One entry about a State and the instrument; it stays when a newer one counts.
///
/// @param id number in the register, 0 for one that is not written yet
/// @param stakeholder key of the State
/// @param holds false when the step is taken back: it did not happen, or no longer holds
/// @param on when it happened, null only where it does not hold
/// @param source where it can be read
/// @param own whether the State entered it itself
record Status(
    long id,
    String stakeholder,
    Step step,
    boolean holds,
    @Nullable LocalDate on,
    String source,
    boolean own,
    Instant enteredAt) {

  /// Its reference, to cite: `IS-9`.
  String ref() {
    return "IS-" + id;
  }

  /// Whether the source is an address that can be opened.
  boolean isLinked() {
    return source.matches("https?://[^\\s\"<>]+");
  }

  /// Whether both say the same of the same step.
  boolean saysAs(Status other) {
    return stakeholder.equals(other.stakeholder)
        && step == other.step
        && holds == other.holds
        && java.util.Objects.equals(on, other.on)
        && source.equals(other.source);
  }
}

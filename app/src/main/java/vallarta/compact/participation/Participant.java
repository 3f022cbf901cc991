package vallarta.compact.participation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A stakeholder as the register shows it.
///
/// @param number in the register
/// @param identifier by which others know it: of org-id.guide, or empty
/// @param withdrawnAt when it left the process, null as long as it takes part
/// @param reason why it left, or empty
record Participant(
    long number,
    Stakeholder stakeholder,
    String identifier,
    @Nullable Instant withdrawnAt,
    String reason) {

  /// Its reference in addresses and in the public record: `P-7`.
  String ref() {
    return "P-" + number;
  }
}

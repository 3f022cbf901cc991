package vallarta.compact.consultation.submission;

import java.time.Instant;
import java.time.LocalDateTime;

/// A later deadline, for all or for one stakeholder, with its reason: both are public.
///
/// @param consultation its reference
/// @param stakeholder key of the one for whom it is, empty for all
/// @param deadline on the clocks of the consultation
record Extension(
    long id,
    String consultation,
    String stakeholder,
    LocalDateTime deadline,
    String reason,
    Instant grantedAt) {

  /// Its reference: `EX-4`.
  String ref() {
    return "EX-" + id;
  }

  boolean isFor(String key) {
    return stakeholder.isEmpty() || stakeholder.equals(key);
  }
}

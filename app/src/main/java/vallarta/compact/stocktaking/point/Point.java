package vallarta.compact.stocktaking.point;

import java.time.Instant;
import java.util.List;

/// What a rapporteur keeps of a session.
///
/// @param id number in the register
/// @param session number of the session
/// @param version raised by one at each change: whoever changes a point says which one they saw
/// @param position among the points of the session
/// @param sources references of the statements behind it (`S-12`)
/// @param mergedInto number of the point that took it in, 0 for none
/// @param removed whether it was taken out of the workspace
/// @param changedAt when it was changed last
/// @param changedBy by whom, in words
public record Point(
    long id,
    long session,
    int version,
    int position,
    Wording wording,
    List<String> sources,
    long mergedInto,
    boolean removed,
    Instant changedAt,
    String changedBy) {

  /// Its reference: `PT-17`.
  public String ref() {
    return "PT-" + id;
  }

  /// Whether somebody disagreed with it.
  public boolean isDisputed() {
    return !wording.dissent().isEmpty();
  }
}

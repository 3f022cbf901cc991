package vallarta.compact.stocktaking.outcome;

import java.util.List;

/// A commitment as it is proposed by a session, with the points that it answers.
///
/// @param session reference of the session that proposes it
/// @param version raised by one at each change
/// @param timeFrame by when, in words, or empty
/// @param withdrawnReason why it is proposed no longer, or empty
/// @param points references of the points that it answers (`PT-17`), at least one
record Proposal(
    long id,
    String session,
    int version,
    String text,
    String language,
    String dimension,
    String timeFrame,
    String withdrawnReason,
    List<String> points,
    List<Means> means) {

  /// Its reference: `PC-2`.
  String ref() {
    return "PC-" + id;
  }

  boolean stands() {
    return withdrawnReason.isEmpty();
  }
}

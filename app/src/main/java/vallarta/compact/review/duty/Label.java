package vallarta.compact.review.duty;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What everybody sees on a duty that nobody met: that the report is overdue, and what became of
/// that label when the actor contested it.
///
/// @param contestedAt null while the actor said nothing
/// @param decidedAt null while the secretariat decided nothing
/// @param withdrawn whether it was found to be wrong
record Label(
    long id,
    Duty duty,
    Instant raisedAt,
    @Nullable Instant contestedAt,
    String contestedReason,
    @Nullable Instant decidedAt,
    String decidedReason,
    boolean withdrawn) {

  /// How far it got.
  enum State {
    RAISED,
    CONTESTED,
    UPHELD,
    WITHDRAWN,
    /// The report came, or is asked for no longer.
    CLOSED;

    String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Its reference: `OL-1`.
  String ref() {
    return "OL-" + id;
  }

  State state() {
    if (withdrawn) {
      return State.WITHDRAWN;
    }
    if (!duty.isOpen()) {
      return State.CLOSED;
    }
    if (decidedAt != null) {
      return State.UPHELD;
    }
    return contestedAt == null ? State.RAISED : State.CONTESTED;
  }

  /// Whether the report still counts as overdue.
  boolean stands() {
    return duty.isOpen() && !withdrawn;
  }
}

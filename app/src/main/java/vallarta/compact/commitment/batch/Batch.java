package vallarta.compact.commitment.batch;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One change of many commitments, in one transaction.
///
/// @param owner whose commitments it changes, or empty where the secretariat changes codes of
///   anybody's
/// @param account who asked for it
/// @param ids those that were selected
/// @param done how many it has come by so far
/// @param changed how many of them read otherwise
/// @param failure a code of what went wrong, or empty
record Batch(
    long id,
    String owner,
    long account,
    State state,
    List<Long> ids,
    Edit edit,
    String reason,
    int done,
    int changed,
    String failure,
    Instant askedAt,
    @Nullable Instant endedAt) {

  /// How far it is.
  enum State {
    WAITING,
    RUNNING,
    DONE,
    /// Somebody stopped it, and nothing was changed.
    STOPPED,
    /// It could not be done, and nothing was changed.
    FAILED;

    static State of(String tag) {
      return valueOf(tag.toUpperCase(Locale.ROOT));
    }

    String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean isGoingOn() {
    return state == State.WAITING || state == State.RUNNING;
  }
}

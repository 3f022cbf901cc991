package vallarta.compact.commitment.matching;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One commitment names another: the owner of the first asked for it, that of the other confirms.
///
/// @param commitment number of the one that names
/// @param other number of the one that is named
/// @param confirmedAt null until it was confirmed
/// @param reason why it was declined or ended, or empty
record Link(
    long id,
    long commitment,
    long other,
    Kind kind,
    State state,
    Instant askedAt,
    @Nullable Instant confirmedAt,
    String reason) {

  /// What the first is to the other.
  enum Kind {
    /// Both promise the same or halves of one thing.
    MATCHES,
    FOLLOWS,
    SUPERSEDES;

    String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How far it is.
  enum State {
    ASKED,
    CONFIRMED,
    DECLINED,
    ENDED;

    String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Its reference: `CL-4`.
  String ref() {
    return "CL-" + id;
  }

  boolean isPublic() {
    return confirmedAt != null;
  }

  boolean isOpen() {
    return state == State.ASKED || state == State.CONFIRMED;
  }
}

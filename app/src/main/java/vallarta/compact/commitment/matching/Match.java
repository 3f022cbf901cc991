package vallarta.compact.commitment.matching;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An offer that meets a need, as far as both sides say so.
///
/// @param need number of the means that is needed
/// @param needOf number of the commitment that needs it
/// @param offer number of the means that is offered
/// @param offerOf number of the commitment that offers it
/// @param confirmedAt null until the other side confirmed it
/// @param closedAt when it was declined, taken back or ended, null before
/// @param closedBy by whom, null before
/// @param reason why it was declined, taken back or ended; may be empty
record Match(
    long id,
    long need,
    long needOf,
    long offer,
    long offerOf,
    Side askedBy,
    State state,
    Instant askedAt,
    @Nullable Instant confirmedAt,
    @Nullable Instant closedAt,
    @Nullable Side closedBy,
    String reason) {

  /// How far it is.
  enum State {
    /// One side asked; both sides alone see it.
    ASKED,
    /// Both said so; everybody sees it.
    CONFIRMED,
    DECLINED,
    /// Whoever asked asks no longer.
    TAKEN_BACK,
    /// It was confirmed and is over; everybody sees it with the reason.
    ENDED;

    static State of(String tag) {
      return valueOf(tag.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String tag() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Its reference, to cite: `MT-2`.
  String ref() {
    return "MT-" + id;
  }

  String needRef() {
    return "MN-" + need;
  }

  String offerRef() {
    return "MN-" + offer;
  }

  /// Whether both sides once confirmed it.
  boolean isPublic() {
    return confirmedAt != null;
  }

  /// Whether it waits or holds.
  boolean isOpen() {
    return state == State.ASKED || state == State.CONFIRMED;
  }

  /// The commitment of that side.
  long of(Side side) {
    return side == Side.NEED ? needOf : offerOf;
  }
}

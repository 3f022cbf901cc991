package vallarta.compact.commitment.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vallarta.compact.access.Actor;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Means;

/// A match with the commitments of both sides.
record Pair(Match match, Commitment needOf, Commitment offerOf) {

  Commitment of(Side side) {
    return side == Side.NEED ? needOf : offerOf;
  }

  /// What that side needs or offers, empty when it was taken out after the match was over.
  Optional<Means> means(Side side) {
    return Matches.means(of(side), side == Side.NEED ? match.need() : match.offer());
  }

  /// The sides that the reader speaks for.
  List<Side> sidesOf(Actor actor) {
    return Arrays.stream(Side.values())
        .filter(side -> actor.isFor(of(side).owner().key(), Side.SPEAKERS))
        .toList();
  }

  /// Whether the reader may see it.
  boolean isSeenBy(Actor actor) {
    return match.isPublic() || !sidesOf(actor).isEmpty();
  }

  /// Whether the reader is asked to answer it.
  boolean waitsFor(Actor actor) {
    return match.state() == Match.State.ASKED && sidesOf(actor).contains(match.askedBy().other());
  }

  /// Whether the reader may end it or take it back.
  boolean endsBy(Actor actor) {
    return switch (match.state()) {
      case ASKED -> sidesOf(actor).contains(match.askedBy());
      case CONFIRMED -> !sidesOf(actor).isEmpty();
      default -> false;
    };
  }
}

package vallarta.compact.commitment.matching;

import java.util.List;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Means;

/// A means with the commitment that holds it and the matches that both sides confirmed.
///
/// @param met those matches with what stands on the other side
record Held(Commitment of, Means means, List<Counterpart> met) {

  /// What stands on the other side of a match.
  record Counterpart(Match match, Commitment of, Means means) {}

  /// How far a need is met.
  enum Cover {
    UNMET,
    /// All that is offered is less than what is needed, in the same unit.
    PARTLY,
    MET;

    String tag() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  Held {
    met = List.copyOf(met);
  }

  Side side() {
    return Side.of(means.offer());
  }

  /// The path of its page.
  String path() {
    return (means.offer() ? "/offers/" : "/needs/") + means.ref();
  }

  /// How far it is met. Offers of several bodies are never added up: each is measured alone.
  Cover cover() {
    if (met.isEmpty()) {
      return Cover.UNMET;
    }
    return met.stream().allMatch(it -> isLess(it.means())) ? Cover.PARTLY : Cover.MET;
  }

  private boolean isLess(Means offered) {
    return means.amount() != null
        && offered.amount() != null
        && means.unit().equalsIgnoreCase(offered.unit())
        && offered.amount().compareTo(means.amount()) < 0;
  }
}

package vallarta.compact.consultation.passage;

import java.util.Optional;
import vallarta.compact.consultation.passage.Cue.Role;
import vallarta.compact.consultation.passage.CueTree.Hit;

/// What a sentence does by its cues: the surest cue wins, of equally sure ones the kind that comes
/// first in [Kind]. A cue of procedure that is at least as sure makes it no statement.
record Verdict(Kind kind, int weight, String cue) {

  private static final int SHORTEST_FACT = 5;
  private static final int LONGEST_TITLE = 20;
  private static final int USUAL = 2;

  static Optional<Verdict> of(Sentence sentence) {
    Optional<Verdict> best = Optional.empty();
    best = surer(best, Kind.ASK, sentence, Role.ASK);
    best = surer(best, Kind.UNDERTAKING, sentence, Role.UNDERTAKING);
    best = surer(best, Kind.CONCERN, sentence, Role.CONCERN);
    best = surer(best, Kind.PRACTICE, sentence, Role.PRACTICE);
    best = best.filter(verdict -> !isTitle(sentence, verdict));
    if (isFull(sentence)) {
      best = surer(best, Kind.FACT, sentence, Role.FACT);
      if (sentence.surest(Role.TOPIC).isPresent() && sentence.surest(Role.SELF).isEmpty()) {
        best = surer(best, Kind.FACT, sentence, Role.PLAIN);
      }
    }
    int procedure = sentence.surest(Role.NONE).map(hit -> hit.cue().weight()).orElse(0);
    return best.filter(verdict -> verdict.weight > procedure);
  }

  private static Optional<Verdict> surer(
      Optional<Verdict> best, Kind kind, Sentence sentence, Role role) {
    Optional<Hit> hit = sentence.surest(role);
    int least = best.map(Verdict::weight).orElse(0);
    return hit.filter(found -> found.cue().weight() > least)
        .map(found ->
            new Verdict(kind, found.cue().weight(), sentence.words(found.first(), found.last())))
        .or(() -> best);
  }

  /// "Violence against women" alone is a title, not a concern.
  private static boolean isTitle(Sentence sentence, Verdict verdict) {
    boolean said = verdict.kind == Kind.CONCERN || verdict.kind == Kind.PRACTICE;
    return said
        && verdict.weight <= USUAL
        && sentence.words().size() < LONGEST_TITLE
        && !sentence.endsWithStop();
  }

  /// A title or a fragment states no fact.
  private static boolean isFull(Sentence sentence) {
    return sentence.words().size() > SHORTEST_FACT && sentence.endsWithStop();
  }
}

package vallarta.compact.review.voice;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vallarta.compact.access.Actor;
import vallarta.compact.access.Role;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.review.report.EvidenceTable;

/// Gives parallel reports the names of those whose voice they are, and says who may write and see
/// them: whoever speaks for an organisation, each for that one alone.
@Component
class Signatories {

  static final Role[] WRITE = {Role.CONTRIBUTOR, Role.DELEGATE};

  private final Stakeholders stakeholders;
  private final EvidenceTable exhibits;

  Signatories(Stakeholders stakeholders, EvidenceTable exhibits) {
    this.stakeholders = stakeholders;
    this.exhibits = exhibits;
  }

  List<Voice> of(List<ParallelReport> reports) {
    if (reports.isEmpty()) {
      return List.of();
    }
    Map<String, Stakeholder> known = stakeholders.list();
    return reports.stream()
        .map(it ->
            new Voice(
                it,
                Objects.requireNonNull(known.get(it.owner())),
                it.signers().stream()
                    .map(s ->
                        new Voice.Hand(
                            Objects.requireNonNull(known.get(s.stakeholder())), s.answer()))
                    .toList(),
                exhibits.of(it.ref())))
        .toList();
  }

  Voice of(ParallelReport it) {
    return of(List.of(it)).getFirst();
  }

  static boolean owns(Actor actor, ParallelReport it) {
    return actor.isFor(it.owner(), WRITE);
  }

  /// Whether somebody may read it: a draft is seen by its owner and by those asked to sign it.
  static boolean sees(Actor actor, ParallelReport it) {
    return it.isPublic()
        || owns(actor, it)
        || it.signers().stream().anyMatch(s -> actor.isFor(s.stakeholder(), WRITE));
  }
}

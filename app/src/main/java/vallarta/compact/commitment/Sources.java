package vallarta.compact.commitment;

import org.springframework.stereotype.Component;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.consultation.StatementId;
import vallarta.compact.stocktaking.outcome.ProposedCommitments;
import vallarta.compact.stocktaking.point.PublishedPoints;

/// What a commitment can answer: published statements, points and proposed commitments.
@Component
class Sources {

  private final Consultations consultations;
  private final PublishedPoints points;
  private final ProposedCommitments proposals;

  Sources(Consultations consultations, PublishedPoints points, ProposedCommitments proposals) {
    this.consultations = consultations;
    this.points = points;
    this.proposals = proposals;
  }

  boolean exists(String ref) {
    if (ref.startsWith("PT-")) {
      return points.find(ref).isPresent();
    }
    if (ref.startsWith("PC-")) {
      return proposals.exists(ref);
    }
    return StatementId.find(ref).flatMap(consultations.holdings()::find).isPresent();
  }

  /// The path of the page of one, without the language.
  static String path(String ref) {
    return (ref.startsWith("PT-")
            ? "/points/"
            : ref.startsWith("PC-") ? "/outcomes/" : "/statements/")
        + ref;
  }
}

package vallarta.compact.stocktaking.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.consultation.coding.Concept;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.participation.meeting.Meeting;
import vallarta.compact.stocktaking.point.PublishedPoints;
import vallarta.compact.stocktaking.point.PublishedPoints.Published;

/// Lays the published points and proposed commitments of a meeting out by dimension.
@Component
class ChairCompiler {

  private final Outcomes outcomes;
  private final PublishedPoints points;
  private final Consultations consultations;

  ChairCompiler(Outcomes outcomes, PublishedPoints points, Consultations consultations) {
    this.outcomes = outcomes;
    this.points = points;
    this.consultations = consultations;
  }

  ChairSummary of(Meeting meeting) {
    List<Published> kept = points.ofMeeting(meeting.id());
    List<Proposal> proposals =
        outcomes.ofMeeting(meeting.id()).stream().filter(Proposal::stands).toList();
    List<String> known =
        consultations.holdings().thesaurus().list(Scheme.DIMENSION).stream()
            .map(Concept::id)
            .toList();
    List<ChairSummary.Part> parts = new ArrayList<>();
    Stream.concat(known.stream(), Stream.of(""))
        .map(it -> part(it, known, kept, proposals))
        .filter(it -> !it.points().isEmpty() || !it.promises().isEmpty())
        .forEach(parts::add);
    return new ChairSummary(parts);
  }

  /// @param dimension one of those known, or empty for what has none of them
  private static ChairSummary.Part part(
      String dimension, List<String> known, List<Published> kept, List<Proposal> proposals) {
    return new ChairSummary.Part(
        dimension,
        proposals.stream()
            .filter(it -> isIn(dimension, known, it.dimension()))
            .map(ChairCompiler::promise)
            .toList(),
        kept.stream()
            .filter(it -> isIn(dimension, known, it.kept().wording().dimension()))
            .map(it -> kept(it, proposals))
            .toList());
  }

  private static boolean isIn(String dimension, List<String> known, String own) {
    return dimension.isEmpty() ? !known.contains(own) : dimension.equals(own);
  }

  private static ChairSummary.Promise promise(Proposal it) {
    return new ChairSummary.Promise(
        it.ref(),
        it.session(),
        it.text(),
        it.language(),
        it.timeFrame(),
        it.points(),
        it.means().stream()
            .map(means ->
                new ChairSummary.Need(
                    means.ref(),
                    means.offer(),
                    means.kind().tag(),
                    means.text(),
                    means.figure(),
                    means.period()))
            .toList());
  }

  private static ChairSummary.Kept kept(Published it, List<Proposal> proposals) {
    return new ChairSummary.Kept(
        it.kept().ref(),
        it.session(),
        it.kept().wording().text(),
        it.kept().wording().language(),
        it.isFinal(),
        it.kept().wording().support(),
        it.kept().wording().dissent(),
        it.kept().sources(),
        proposals.stream()
            .filter(proposal -> proposal.points().contains(it.kept().ref()))
            .map(Proposal::ref)
            .toList());
  }
}

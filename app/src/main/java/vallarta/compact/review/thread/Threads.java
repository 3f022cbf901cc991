package vallarta.compact.review.thread;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.commitment.Commitment;
import vallarta.compact.commitment.Commitments;
import vallarta.compact.consultation.Consultations;
import vallarta.compact.consultation.Holdings;
import vallarta.compact.consultation.Input;
import vallarta.compact.consultation.InputId;
import vallarta.compact.consultation.Statement;
import vallarta.compact.consultation.StatementId;
import vallarta.compact.stocktaking.outcome.ProposedCommitments;
import vallarta.compact.stocktaking.outcome.ProposedCommitments.Proposed;
import vallarta.compact.stocktaking.point.PublishedPoints;
import vallarta.compact.stocktaking.point.PublishedPoints.Published;

/// The threads of all objects, as everybody may read them: from an input by statement, point,
/// proposed commitment, commitment and report to what reviewers found.
@Service
@Transactional(readOnly = true)
public class Threads {

  private final Consultations consultations;
  private final PublishedPoints points;
  private final ProposedCommitments proposals;
  private final Commitments commitments;
  private final Afterwards afterwards;

  Threads(
      Consultations consultations,
      PublishedPoints points,
      ProposedCommitments proposals,
      Commitments commitments,
      Afterwards afterwards) {
    this.consultations = consultations;
    this.points = points;
    this.proposals = proposals;
    this.commitments = commitments;
    this.afterwards = afterwards;
  }

  /// The thread through the object of that reference, empty when nothing public has it. That of a
  /// submission (`SU-7`) is that of the input which it became.
  Optional<Strand> find(String ref) {
    if (ref.startsWith("SU-")) {
      return consultations.holdings().inputs().stream()
          .filter(it -> submission(it).equals(ref))
          .findFirst()
          .map(it -> through(Place.INPUT, it.id().toString()));
    }
    return Place.find(ref).map(place -> through(place, ref)).filter(it -> it.has(it.place()));
  }

  /// Whether something public that has a thread has that reference.
  public boolean has(String ref) {
    return find(ref).isPresent();
  }

  /// References of an object and of all that came of it.
  public List<String> ahead(String ref) {
    return find(ref).map(Strand::ahead).orElse(List.of(ref));
  }

  /// References of an object and of all that it comes from: whoever follows one of these is told of
  /// it. What belongs to another object, such as a reply or a label, comes from that.
  public Set<String> behind(String ref) {
    Set<String> refs = new LinkedHashSet<>(List.of(ref));
    if (ref.startsWith("DI-")) {
      refs.addAll(behind("S-" + ref.substring(3)));
      return refs;
    }
    Optional<Place> place = Place.find(ref);
    Strand strand = new Strand(place.orElse(Place.FINDING), ref);
    if (place.isPresent()) {
      before(strand, place.get(), ref);
    } else {
      afterwards.commitment(ref).flatMap(this::commitment).ifPresent(it -> before(strand, it));
    }
    strand.all().forEach(it -> refs.add(it.ref()));
    Holdings holdings = consultations.holdings();
    strand
        .refs(Place.INPUT)
        .forEach(it ->
            InputId.find(it)
                .flatMap(holdings::find)
                .map(Threads::submission)
                .filter(submission -> !submission.isEmpty())
                .ifPresent(refs::add));
    return refs;
  }

  private Strand through(Place place, String ref) {
    Strand strand = new Strand(place, ref);
    before(strand, place, ref);
    if (!strand.has(place)) {
      return strand;
    }
    switch (place) {
      case INPUT -> {
        Holdings holdings = consultations.holdings();
        List<Statement> said =
            InputId.find(ref).flatMap(holdings::find).map(holdings::of).orElse(List.of());
        said.forEach(it -> strand.tie(tied(it)));
        afterStatements(strand);
      }
      case STATEMENT -> afterStatements(strand);
      case POINT -> afterPoints(strand, strand.refs(Place.POINT));
      case PROPOSAL -> answered(strand, strand.refs(Place.PROPOSAL));
      case COMMITMENT -> came(strand, place);
      case REPORT, PARALLEL, FINDING -> came(strand, place);
    }
    return strand;
  }

  /// Ties an object and what it comes from.
  private void before(Strand strand, Place place, String ref) {
    Holdings holdings = consultations.holdings();
    switch (place) {
      case INPUT -> InputId.find(ref).flatMap(holdings::find).ifPresent(it -> strand.tie(tied(it)));
      case STATEMENT -> statement(holdings, ref).ifPresent(it -> before(strand, it));
      case POINT -> points.find(ref).ifPresent(it -> before(strand, it));
      case PROPOSAL -> proposals.find(ref).ifPresent(it -> before(strand, it));
      case COMMITMENT -> commitments.find(ref).ifPresent(it -> before(strand, it));
      case REPORT, PARALLEL, FINDING ->
          afterwards
              .commitment(ref)
              .flatMap(this::commitment)
              .ifPresent(it -> {
                before(strand, it);
                afterwards.of(List.of(it.id())).stream()
                    .filter(found -> found.ref().equals(ref))
                    .forEach(strand::tie);
              });
    }
  }

  private void before(Strand strand, Commitment it) {
    Holdings holdings = consultations.holdings();
    for (String source : it.told().sources()) {
      points.find(source).ifPresent(point -> before(strand, point));
      proposals.find(source).ifPresent(proposed -> before(strand, proposed));
      statement(holdings, source).ifPresent(said -> before(strand, said));
    }
    strand.tie(tied(it));
  }

  private void before(Strand strand, Proposed it) {
    it.points().forEach(ref -> points.find(ref).ifPresent(point -> before(strand, point)));
    strand.tie(tied(it));
  }

  private void before(Strand strand, Published it) {
    Holdings holdings = consultations.holdings();
    it.kept()
        .sources()
        .forEach(ref -> statement(holdings, ref).ifPresent(said -> before(strand, said)));
    strand.tie(tied(it));
  }

  private static void before(Strand strand, Statement it) {
    strand.tie(tied(it.input()));
    strand.tie(tied(it));
  }

  private void afterStatements(Strand strand) {
    Set<String> said = new HashSet<>(strand.refs(Place.STATEMENT));
    List<Published> keeping =
        said.size() == 1
            ? points.ofStatement(Long.parseLong(said.iterator().next().substring(2)))
            : points.list().stream()
                .filter(it -> it.kept().sources().stream().anyMatch(said::contains))
                .toList();
    keeping.stream().filter(it -> !it.kept().leftOut()).forEach(it -> strand.tie(tied(it)));
    afterPoints(strand, said);
  }

  /// @param answerable what commitments may answer beside points
  private void afterPoints(Strand strand, Collection<String> answerable) {
    List<String> kept = strand.refs(Place.POINT);
    Set<String> all = new LinkedHashSet<>(answerable);
    all.addAll(kept);
    for (Proposed it : proposals.answering(kept)) {
      strand.tie(tied(it));
      all.add(it.ref());
    }
    answered(strand, all);
  }

  private void answered(Strand strand, Collection<String> sources) {
    commitments.answering(sources).forEach(it -> strand.tie(tied(it)));
    came(strand, Place.COMMITMENT);
  }

  /// Ties what came of the commitments after a place.
  private void came(Strand strand, Place after) {
    List<Long> ids =
        strand.refs(Place.COMMITMENT).stream().map(it -> Long.parseLong(it.substring(3))).toList();
    afterwards.of(ids).stream()
        .filter(it -> it.place().compareTo(after) > 0)
        .filter(it -> after == Place.COMMITMENT || it.place() == Place.FINDING)
        .forEach(strand::tie);
  }

  private Optional<Commitment> commitment(long id) {
    return commitments.find("CM-" + id);
  }

  private static Optional<Statement> statement(Holdings holdings, String ref) {
    return StatementId.find(ref).flatMap(holdings::find);
  }

  private static String submission(Input it) {
    Input.@Nullable Submitted submitted = it.submitted();
    return submitted == null ? "" : submitted.ref();
  }

  private static Tied tied(Input it) {
    return new Tied(
        Place.INPUT,
        it.id().toString(),
        it.name(),
        it.languageTag(),
        it.voice(),
        it.received(),
        false);
  }

  private static Tied tied(Statement it) {
    return new Tied(
        Place.STATEMENT,
        it.id().toString(),
        it.text(),
        it.language().tag(),
        it.voice(),
        null,
        false);
  }

  private static Tied tied(Published it) {
    return new Tied(
        Place.POINT,
        it.kept().ref(),
        it.kept().wording().text(),
        it.kept().wording().language(),
        null,
        null,
        it.kept().leftOut());
  }

  private static Tied tied(Proposed it) {
    return new Tied(Place.PROPOSAL, it.ref(), it.text(), it.language(), null, null, !it.stands());
  }

  private static Tied tied(Commitment it) {
    return new Tied(
        Place.COMMITMENT,
        it.ref(),
        it.told().title(),
        it.told().language(),
        it.owner(),
        it.publishedAt(),
        it.state() == Commitment.State.WITHDRAWN);
  }
}

package vallarta.compact.stocktaking.outcome;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The commitments that sessions proposed, for the stages after this one.
@Service
@Transactional(readOnly = true)
public class ProposedCommitments {

  /// One of them, as it reads now.
  ///
  /// @param points references of the points that it answers
  /// @param stands whether it is proposed still
  public record Proposed(
      String ref,
      String session,
      String text,
      String language,
      String dimension,
      List<String> points,
      boolean stands) {}

  private final Outcomes outcomes;

  ProposedCommitments(Outcomes outcomes) {
    this.outcomes = outcomes;
  }

  public boolean exists(String ref) {
    return outcomes.find(ref).isPresent();
  }

  public List<Proposed> list() {
    return outcomes.list().stream().map(ProposedCommitments::of).toList();
  }

  public Optional<Proposed> find(String ref) {
    return outcomes.find(ref).map(ProposedCommitments::of);
  }

  /// Those that answer a point.
  public List<Proposed> ofPoint(long point) {
    return outcomes.ofPoint(point).stream().map(ProposedCommitments::of).toList();
  }

  /// Those that answer any of these points.
  ///
  /// @param points references (`PT-17`)
  public List<Proposed> answering(Collection<String> points) {
    return points.isEmpty()
        ? List.of()
        : outcomes.list().stream()
            .filter(it -> it.points().stream().anyMatch(points::contains))
            .map(ProposedCommitments::of)
            .toList();
  }

  private static Proposed of(Proposal it) {
    return new Proposed(
        it.ref(), it.session(), it.text(), it.language(), it.dimension(), it.points(), it.stands());
  }
}

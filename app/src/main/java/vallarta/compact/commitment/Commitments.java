package vallarta.compact.commitment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vallarta.compact.web.DomainFailure;

/// The commitments that everybody may read, for the pages of this stage and for later stages.
@Service
@Transactional(readOnly = true)
public class Commitments {

  private final CommitmentTable table;
  private final CommitmentQuery query;

  Commitments(CommitmentTable table, CommitmentQuery query) {
    this.table = table;
    this.query = query;
  }

  /// The published or withdrawn one of that reference (`CM-31`).
  public Optional<Commitment> find(String ref) {
    return number(ref).flatMap(table::find).filter(Commitment::isPublic);
  }

  /// The one of that reference.
  ///
  /// @throws DomainFailure answered with 404, for a draft too
  public Commitment get(String ref) {
    return find(ref).orElseThrow(() -> missing(ref));
  }

  /// Those of these numbers that are public, in the order given.
  public List<Commitment> list(Collection<Long> ids) {
    return table.list(ids).stream().filter(Commitment::isPublic).toList();
  }

  /// Those that answer a statement, point or proposed commitment.
  public List<Commitment> answering(String source) {
    return table.list(query.answering(source));
  }

  /// Those that answer any of these statements, points or proposed commitments.
  public List<Commitment> answering(Collection<String> sources) {
    return sources.isEmpty() ? List.of() : table.list(query.answering(sources));
  }

  static Optional<Long> number(String ref) {
    return ref.matches("CM-[1-9][0-9]{0,17}")
        ? Optional.of(Long.parseLong(ref.substring(3)))
        : Optional.empty();
  }

  /// What is told of a commitment that is not there, or not for the reader.
  public static DomainFailure missing(String ref) {
    return new DomainFailure(
        "COMM-001", "commitment.failure.none", Map.of("ref", ref), HttpStatus.NOT_FOUND);
  }
}

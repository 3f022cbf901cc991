package vallarta.compact.consultation;

import java.util.Optional;

/// The number of a statement, written `S-142`.
public record StatementId(long number) implements Comparable<StatementId> {

  /// The id of that reference, or empty when it is none.
  public static Optional<StatementId> find(String ref) {
    return Refs.number("S-", ref).map(StatementId::new);
  }

  @Override
  public int compareTo(StatementId other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "S-" + number;
  }
}

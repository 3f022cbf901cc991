package vallarta.compact.consultation;

import java.util.Optional;

/// The number of an input, written `I-12`.
public record InputId(long number) implements Comparable<InputId> {

  /// The id of that reference, or empty when it is none.
  public static Optional<InputId> find(String ref) {
    return Refs.number("I-", ref).map(InputId::new);
  }

  @Override
  public int compareTo(InputId other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "I-" + number;
  }
}

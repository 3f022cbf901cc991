package vallarta.compact.review.cycle;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a review found of a commitment, out of two assessments that did not know of each other.
///
/// Where the two differ, the one by which less was kept stands, and the other is published beside
/// it as dissent. One who can tell goes before one who cannot.
///
/// @param id 0 before it is written
/// @param stands the assessment that the finding rests on
/// @param other the second one
record Finding(long id, Assessment stands, Assessment other) {

  private static final Comparator<Assessment> LEAST =
      Comparator.comparing(Assessment::found).thenComparing(Assessment::id);

  static Finding of(Assessment one, Assessment two) {
    List<Assessment> ordered = Stream.of(one, two).sorted(LEAST).toList();
    return new Finding(0, ordered.getFirst(), ordered.getLast());
  }

  Finding numbered(long number) {
    return new Finding(number, stands, other);
  }

  /// Its reference, to cite: `FN-6`.
  String ref() {
    return "FN-" + id;
  }

  Verdict verdict() {
    return stands.found();
  }

  boolean isSame() {
    return stands.found() == other.found();
  }

  /// The word in tables: `same` or `differs`.
  String agreement() {
    return isSame() ? "same" : "differs";
  }

  /// The assessment that found otherwise.
  Optional<Assessment> dissent() {
    return isSame() ? Optional.empty() : Optional.of(other);
  }

  /// What the two recommend, one below the other.
  String recommendation() {
    return both()
        .map(Assessment::recommendation)
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  /// The two, the one that stands first.
  Stream<Assessment> both() {
    return Stream.of(stands, other);
  }

  /// The finding of two assessments of the same commitment, nothing while one is missing.
  static Optional<Finding> of(List<Assessment> assessments) {
    List<Assessment> in = assessments.stream().filter(Assessment::isIn).toList();
    return in.size() == 2 ? Optional.of(of(in.getFirst(), in.getLast())) : Optional.empty();
  }

  /// How the share of findings on which two reviewers agreed is told: `7/10`, or empty.
  static String agreed(List<Finding> findings) {
    return findings.isEmpty()
        ? ""
        : findings.stream().filter(Finding::isSame).count() + "/" + findings.size();
  }

  /// What the finding of a commitment was, null while there is none.
  static @Nullable Finding about(long commitment, List<Finding> findings) {
    return findings.stream()
        .filter(it -> it.stands().commitment() == commitment)
        .findFirst()
        .orElse(null);
  }
}

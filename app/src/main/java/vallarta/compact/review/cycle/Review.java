package vallarta.compact.review.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One round of independent review, with what was drawn for it.
///
/// @param forum for which it is held, or empty for the yearly one
/// @param seed by which everybody can draw the same again
/// @param size how many were to be drawn
/// @param publishedAt null while reviewers are at work
/// @param sample in the order of the commitments' numbers
record Review(
    long id,
    String name,
    String language,
    String forum,
    int year,
    long seed,
    int size,
    Instant openedAt,
    @Nullable Instant publishedAt,
    boolean fictional,
    List<Drawn> sample) {

  /// A commitment that was drawn.
  ///
  /// @param commitment its number
  /// @param risk the sum of the weights of its signs
  record Drawn(long commitment, int risk, List<Sign> why) {

    String ref() {
      return "CM-" + commitment;
    }
  }

  /// What the secretariat says of one that it opens.
  ///
  /// @param seed null to have one drawn
  record Plan(
      String name, String language, String forum, int year, int size, @Nullable Long seed) {}

  /// Its reference, to cite: `RV-1`.
  String ref() {
    return "RV-" + id;
  }

  boolean isPublished() {
    return publishedAt != null;
  }

  static Optional<Long> number(String ref) {
    return ref.matches("RV-[1-9][0-9]{0,17}")
        ? Optional.of(Long.parseLong(ref.substring(3)))
        : Optional.empty();
  }
}

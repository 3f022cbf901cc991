package vallarta.compact.stocktaking.outcome;

import java.util.List;
import java.util.stream.Stream;

/// The outcomes of a meeting by dimension, as they read at one moment. It is kept as JSON when it
/// is issued, so its fields are only ever added to.
///
/// @param parts the dimensions in their order, then what has none; those without anything are left
///   out
record ChairSummary(List<Part> parts) {

  /// @param dimension a term of the codebook of dimensions, or empty
  record Part(String dimension, List<Promise> promises, List<Kept> points) {

    /// Points that no proposed commitment answers.
    List<Kept> open() {
      return points.stream().filter(it -> it.answeredBy().isEmpty()).toList();
    }
  }

  /// A proposed commitment.
  ///
  /// @param points references of the points that it answers
  record Promise(
      String ref,
      String session,
      String text,
      String language,
      String timeFrame,
      List<String> points,
      List<Need> means) {}

  /// A means of implementation that a commitment needs or is offered.
  record Need(String ref, boolean offer, String kind, String text, String figure, String period) {}

  /// A point.
  ///
  /// @param accepted whether its summary is final
  /// @param sources references of statements
  /// @param answeredBy references of the proposed commitments that answer it
  record Kept(
      String ref,
      String session,
      String text,
      String language,
      boolean accepted,
      String support,
      String dissent,
      List<String> sources,
      List<String> answeredBy) {}

  List<Kept> points() {
    return parts.stream().flatMap(it -> it.points().stream()).toList();
  }

  List<Promise> promises() {
    return parts.stream().flatMap(it -> it.promises().stream()).toList();
  }

  long open() {
    return points().stream().filter(it -> it.answeredBy().isEmpty()).count();
  }

  /// The point of that reference, wherever its dimension is.
  Stream<Kept> point(String ref) {
    return points().stream().filter(it -> it.ref().equals(ref));
  }
}

package vallarta.compact.web.part;

/// The shape of a knot of the thread, by what is tied there.
public enum Shape {
  /// A statement.
  CIRCLE,
  /// A point kept from a session.
  SQUARE,
  /// A paragraph of the text.
  LINES,
  /// A commitment.
  DIAMOND,
  /// A report.
  TRIANGLE,
  /// A review.
  CHECK
}

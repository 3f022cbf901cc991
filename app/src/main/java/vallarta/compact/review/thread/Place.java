package vallarta.compact.review.thread;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vallarta.compact.web.part.Shape;

/// A place of the thread, in the order in which it runs: what was said, what was kept of it, what
/// was promised, what came of it.
enum Place {
  INPUT("I", Shape.CIRCLE, "/inputs/"),
  STATEMENT("S", Shape.CIRCLE, "/statements/"),
  POINT("PT", Shape.SQUARE, "/points/"),
  PROPOSAL("PC", Shape.DIAMOND, "/outcomes/"),
  COMMITMENT("CM", Shape.DIAMOND, "/commitments/"),
  REPORT("RP", Shape.TRIANGLE, ""),
  PARALLEL("PL", Shape.TRIANGLE, ""),
  FINDING("FN", Shape.CHECK, "");

  private final String letters;
  private final Shape shape;
  private final String path;

  Place(String letters, Shape shape, String path) {
    this.letters = letters;
    this.shape = shape;
    this.path = path;
  }

  /// The place of the object with that reference.
  static Optional<Place> find(String ref) {
    return Arrays.stream(values())
        .filter(it -> ref.matches(it.letters + "-[1-9][0-9]{0,17}"))
        .findFirst();
  }

  /// The word in tables and keys: `commitment`.
  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  Shape shape() {
    return shape;
  }

  /// The beginning of the path of its pages without the language, or empty where the public record
  /// says where they are.
  String path() {
    return path;
  }
}

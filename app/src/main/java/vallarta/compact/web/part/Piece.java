package vallarta.compact.web.part;

import java.util.List;

/// A piece of a text, marked or not.
public record Piece(String text, boolean marked) {

  /// A text without marks.
  public static List<Piece> of(String text) {
    return List.of(new Piece(text, false));
  }
}

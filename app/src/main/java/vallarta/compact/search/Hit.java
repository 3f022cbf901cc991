package vallarta.compact.search;

import java.util.List;

/// Something that was found.
///
/// @param type the kind of the document
/// @param id its public reference
/// @param title what to call it, may be empty
/// @param language BCP 47 tag of its text, or empty
/// @param snippet the part of the text that matches
/// @param score how well, without unit: only its order means anything
public record Hit(
    String type, String id, String title, String language, List<Piece> snippet, float score) {

  /// A piece of a snippet.
  ///
  /// @param marked whether these words are what was asked for
  public record Piece(String text, boolean marked) {}

  /// The snippet without marks.
  public String plain() {
    StringBuilder plain = new StringBuilder();
    snippet.forEach(piece -> plain.append(piece.text()));
    return plain.toString();
  }
}

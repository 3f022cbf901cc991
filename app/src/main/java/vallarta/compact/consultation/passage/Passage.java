package vallarta.compact.consultation.passage;

import java.util.List;

/// One sentence, numbered paragraph or recommendation of a text, with its place.
///
/// @param page page from 1, or 0 where the format has none
/// @param headings the headings above it, outermost first
/// @param number the number or letter that the paragraph carries in the text ("12", "115.3",
///   "(a)"), else empty
/// @param paragraph running number of the paragraph in the text, from 1: passages of one paragraph
///   share it
/// @param start offset of its first character in the text (UTF-16 code units)
/// @param end offset after its last character
/// @param text the words from start to end, white space folded to single blanks
/// @param lead the words that open the list it is an item of ("We call on States to:"), outer lists
///   first, else empty
public record Passage(
    int page,
    List<String> headings,
    String number,
    int paragraph,
    int start,
    int end,
    String text,
    String lead) {

  /// A passage that is not an item of a list.
  public Passage(
      int page,
      List<String> headings,
      String number,
      int paragraph,
      int start,
      int end,
      String text) {
    this(page, headings, number, paragraph, start, end, text, "");
  }
}

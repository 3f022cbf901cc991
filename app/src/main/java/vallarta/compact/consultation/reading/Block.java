package vallarta.compact.consultation.reading;

/// One paragraph, heading, list item or table cell of a text, by its place in it.
///
/// @param kind what it is
/// @param level of a heading 1 to 6, of a list item its depth from 1, else 0
/// @param page the page on which it starts, from 1, or 0 where the format has no pages
/// @param start offset of its first character in the text (UTF-16 code units)
/// @param end offset after its last character
public record Block(Kind kind, int level, int page, int start, int end) {

  /// What a block is.
  public enum Kind {
    HEADING,
    PARAGRAPH,
    LIST_ITEM,
    TABLE_CELL,
    FOOTNOTE
  }
}

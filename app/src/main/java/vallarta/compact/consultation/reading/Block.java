package vallarta.compact.consultation.reading;

/// One paragraph, heading, list item or table cell of a text, by its place in it. It is one line of
/// the text: wrapped lines are joined, white space is folded to single blanks, and the bullet of a
/// list item is left out (its number or letter is kept).
///
/// A cell of a table with several paragraphs is several blocks. Cells follow each other row by row,
/// and those of a row have its number as their level; rows are counted through the whole file, so
/// that a new number is a new row. A row of one bold cell, as tables use to group the rows below
/// it, is a heading of level 6.
///
/// @param kind what it is
/// @param level of a heading 1 to 6, of a list item its depth from 1, of a table cell the number of
///   its row from 1, else 0
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

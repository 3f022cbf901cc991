package vallarta.compact.web.part;

import java.util.List;

/// A text with its statements marked, and their codes in the margin.
///
/// @param language BCP 47 tag of the text
public record Leaf(String language, List<Paragraph> paragraphs) {

  /// One paragraph, heading or row.
  ///
  /// @param id of its place in the page, or empty
  /// @param page on which it stands, 0 where there are none: a new number is announced
  /// @param level 0 for a paragraph, 1 and more for a heading
  public record Paragraph(String id, int page, int level, List<Run> runs, List<Note> notes) {}

  /// A run of words: of a statement, or between statements.
  ///
  /// @param statement reference of the statement, or empty
  /// @param href of its page
  public record Run(String text, String statement, String href) {

    public static Run plain(String text) {
      return new Run(text, "", "");
    }
  }

  /// What the margin says of a statement.
  ///
  /// @param statement its reference
  /// @param kind what it does, in the reader's language
  public record Note(String statement, String href, String kind, List<Tag> codes) {}

  /// Whether a page begins with that paragraph.
  boolean turns(int index) {
    int page = paragraphs.get(index).page();
    return page > 0 && (index == 0 || paragraphs.get(index - 1).page() != page);
  }
}

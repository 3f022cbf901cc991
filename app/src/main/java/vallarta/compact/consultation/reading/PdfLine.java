package vallarta.compact.consultation.reading;

import java.util.regex.Pattern;

/// One line of a page of a PDF file, with its place in points from the upper left corner.
///
/// @param page from 1
/// @param text the characters, note marks left out
/// @param x the end at which reading starts: the left one, or for Arabic the right one, negative
/// @param right the end at which reading ends, always the greater number
/// @param y baseline, downwards
/// @param pageHeight height of the page
/// @param size the font size of most of its letters
/// @param font the font of all its letters and digits, empty where there are several
/// @param bold whether all its letters and digits are bold
/// @param spread whether it has a wide gap, as between columns or before a date at the right
/// @param raisedStart whether it begins with a small raised number or sign, as a note does
record PdfLine(
    int page,
    String text,
    float x,
    float right,
    float y,
    float pageHeight,
    float size,
    String font,
    boolean bold,
    boolean spread,
    boolean raisedStart) {

  private static final Pattern NOTE = Pattern.compile("(?:\\d{1,3}|\\*{1,3}|[†‡])\\s");

  /// Whether a note begins here: with a raised mark, or small with a number or star.
  boolean startsNote(float bodySize) {
    return raisedStart || (size < bodySize - 0.4f && NOTE.matcher(text).lookingAt());
  }

  boolean isInTopMargin() {
    return y < pageHeight * 0.12f;
  }

  boolean isInBottomMargin() {
    return y > pageHeight * 0.88f;
  }

  boolean hasSizeOf(PdfLine other) {
    return Math.abs(size - other.size) < 0.6f;
  }
}

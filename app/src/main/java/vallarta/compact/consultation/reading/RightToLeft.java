package vallarta.compact.consultation.reading;

import com.ibm.icu.text.Bidi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.text.TextPosition;

/// Puts a line of Arabic into the order in which it is read. A PDF file only says where each letter
/// stands; the letters are taken from left to right and turned by the inverse of the Unicode
/// bidirectional algorithm (UAX 9), so that numbers and foreign words keep their own order.
final class RightToLeft {

  /// A gap of this part of the size of the type is a blank.
  private static final float BLANK = 0.18f;

  /// A letter with the marks above and below it.
  private static final class Cell {
    private final TextPosition position;
    private final StringBuilder letters;

    Cell(TextPosition position) {
      this.position = position;
      this.letters = new StringBuilder(CleanText.letters(position.getUnicode()));
    }

    float left() {
      return position.getXDirAdj();
    }

    float right() {
      return left() + position.getWidthDirAdj();
    }
  }

  private RightToLeft() {}

  /// Whether most letters of a text are Arabic or Hebrew.
  static boolean isMainly(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    return letters > 0
        && 2 * text.codePoints().filter(RightToLeft::isRightToLeft).count() > letters;
  }

  private static boolean isRightToLeft(int c) {
    byte direction = Character.getDirectionality(c);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  /// The letters at these places in reading order.
  static String read(List<TextPosition> positions, float size) {
    StringBuilder seen = new StringBuilder();
    Cell before = null;
    for (Cell cell : cells(positions)) {
      if (before != null && cell.left() - before.right() > BLANK * size) {
        seen.append(' ');
      }
      boolean turned = cell.letters.codePoints().anyMatch(RightToLeft::isRightToLeft);
      seen.append(turned ? new StringBuilder(cell.letters).reverse() : cell.letters);
      before = cell;
    }
    Bidi bidi = new Bidi();
    bidi.setReorderingMode(Bidi.REORDER_INVERSE_LIKE_DIRECT);
    bidi.setPara(seen.toString(), Bidi.RTL, null);
    String logical = bidi.writeReordered(0);
    return hasBracketsTurned(logical) ? turnBrackets(logical) : logical;
  }

  private static List<Cell> cells(List<TextPosition> positions) {
    List<Cell> cells = new ArrayList<>();
    List<TextPosition> marks = new ArrayList<>();
    for (TextPosition position : positions) {
      if (isMark(position.getUnicode())) {
        marks.add(position);
      } else if (!position.getUnicode().isBlank()) {
        cells.add(new Cell(position));
      }
    }
    cells.sort(Comparator.comparingDouble(Cell::left));
    for (TextPosition mark : marks) {
      float x = mark.getXDirAdj() + mark.getWidthDirAdj() / 2;
      cells.stream()
          .min(Comparator.comparingDouble(cell -> Math.abs((cell.left() + cell.right()) / 2 - x)))
          .ifPresent(cell -> cell.letters.append(mark.getUnicode()));
    }
    return cells;
  }

  private static boolean isMark(String character) {
    return Character.getType(character.codePointAt(0)) == Character.NON_SPACING_MARK;
  }

  /// Some files name the bracket that is seen, others the one that is meant.
  private static boolean hasBracketsTurned(String text) {
    int close = text.indexOf(')');
    int open = text.indexOf('(');
    return close >= 0 && (open < 0 ? text.endsWith(")") && text.length() < 3 : close < open);
  }

  private static String turnBrackets(String text) {
    return text.replace('(', '\u0000').replace(')', '(').replace('\u0000', ')');
  }
}

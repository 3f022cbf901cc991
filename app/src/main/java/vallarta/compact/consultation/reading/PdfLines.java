package vallarta.compact.consultation.reading;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Collects the lines of a PDF file with their places and fonts. Small raised digits inside of a
/// line are marks of notes and are left out; a line of Arabic comes out in the order in which it is
/// read.
final class PdfLines extends PDFTextStripper {

  private static final Pattern UNIT_BEFORE = Pattern.compile(".*(?:^|[\\s\\d])[kcmdh]?[ma]$");

  /// A raised mark is at most this part of the size of its line.
  private static final float SMALL = 0.8f;

  /// It stands at least this much higher, in sizes of the line.
  private static final float RAISED = 0.1f;

  /// A wider gap, in sizes of the line, is none between words.
  private static final float GAP = 4;

  /// Letters closer than this, in points, are one letter painted twice.
  private static final float SAME_PLACE = 1;

  private final List<PdfLine> lines = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();
  private final List<TextPosition> painted = new ArrayList<>();
  private float paintedTo;
  private float pageHeight;

  private record Piece(String text, List<TextPosition> positions) {}

  private PdfLines() {
    setSuppressDuplicateOverlappingText(false);
  }

  /// The lines of all pages in the order of the file, which for word processors is that of reading,
  /// or, where a file paints its lines in disorder, from top to bottom.
  static List<PdfLine> of(PDDocument document) throws IOException {
    List<PdfLine> asPainted = of(document, false);
    return isDisordered(asPainted) ? of(document, true) : asPainted;
  }

  private static List<PdfLine> of(PDDocument document, boolean sorted) throws IOException {
    PdfLines stripper = new PdfLines();
    stripper.setSortByPosition(sorted);
    stripper.writeText(document, Writer.nullWriter());
    return stripper.lines;
  }

  /// Whether more than a third of the lines lie above the one before without being right of it: no
  /// columns or tables do that.
  private static boolean isDisordered(List<PdfLine> lines) {
    int upwards = 0;
    int steps = 0;
    for (int i = 1; i < lines.size(); i++) {
      PdfLine before = lines.get(i - 1);
      PdfLine line = lines.get(i);
      if (before.page() == line.page()) {
        steps++;
        upwards += line.y() < before.y() - before.size() && line.x() < before.right() ? 1 : 0;
      }
    }
    return steps > 20 && upwards > steps / 3;
  }

  @Override
  protected void startPage(PDPage page) throws IOException {
    pageHeight =
        page.getRotation() % 180 == 0
            ? page.getCropBox().getHeight()
            : page.getCropBox().getWidth();
    super.startPage(page);
  }

  @Override
  protected void endPage(PDPage page) throws IOException {
    endLine();
    super.endPage(page);
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    List<TextPosition> once = new ArrayList<>(positions.size());
    for (TextPosition position : positions) {
      if (position.getUnicode().isBlank()) {
        once.add(position);
      } else if (!isPaintedAgain(position)) {
        once.add(position);
        painted.add(position);
        paintedTo = Math.max(paintedTo, position.getXDirAdj());
      }
    }
    if (once.size() == positions.size()) {
      pieces.add(new Piece(text, once));
    } else if (!once.isEmpty()) {
      pieces.add(new Piece(once.stream().map(TextPosition::getUnicode).collect(joining()), once));
    }
  }

  /// Some programs paint letters twice, a little apart, to make them bold. The stripper's own check
  /// for it takes a fifth of the time of reading.
  private boolean isPaintedAgain(TextPosition position) {
    float x = position.getXDirAdj();
    return x < paintedTo + SAME_PLACE
        && painted.stream()
            .anyMatch(it ->
                Math.abs(it.getXDirAdj() - x) < SAME_PLACE
                    && Math.abs(it.getYDirAdj() - position.getYDirAdj()) < SAME_PLACE
                    && it.getUnicode().equals(position.getUnicode()));
  }

  @Override
  protected void writeWordSeparator() {
    // Pieces are joined by blanks.
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writeParagraphEnd() {
    endLine();
  }

  private void endLine() {
    List<TextPosition> all = pieces.stream().flatMap(it -> it.positions().stream()).toList();
    String raw = String.join(" ", pieces.stream().map(Piece::text).toList());
    if (!raw.isBlank() && !all.isEmpty()) {
      lines.add(line(raw, all));
    }
    pieces.clear();
    painted.clear();
    paintedTo = 0;
  }

  private PdfLine line(String raw, List<TextPosition> all) {
    float size = Fonts.mostUsedSize(all);
    List<TextPosition> full = all.stream().filter(it -> Fonts.size(it) >= SMALL * size).toList();
    TextPosition base = firstShown(full);
    boolean fromRight = RightToLeft.isMainly(raw);
    String text = fromRight ? rightToLeft(all, size, base) : leftToRight(size, base);
    return new PdfLine(
        getCurrentPageNo(),
        text.strip(),
        fromRight ? -right(all) : left(all),
        fromRight ? -left(all) : right(all),
        base.getYDirAdj(),
        pageHeight,
        size,
        Fonts.nameOfAll(full),
        Fonts.isBold(full),
        hasGap(all, GAP * size),
        isRaisedMark(firstShown(all), size, base));
  }

  private String leftToRight(float size, TextPosition base) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      text.append(text.isEmpty() ? "" : " ");
      text.append(withoutNoteMarks(piece, size, base, text));
    }
    return text.toString();
  }

  private static String rightToLeft(List<TextPosition> all, float size, TextPosition base) {
    float end = right(all);
    List<TextPosition> kept =
        all.stream()
            .filter(it -> !isRaisedMark(it, size, base) || it.getXDirAdj() > end - 3 * size)
            .toList();
    return RightToLeft.read(kept, size);
  }

  private static String withoutNoteMarks(
      Piece piece, float size, TextPosition base, CharSequence before) {
    if (piece.positions().stream().noneMatch(it -> isRaisedMark(it, size, base))) {
      return piece.text();
    }
    StringBuilder kept = new StringBuilder();
    boolean inMark = false;
    boolean atStart = before.isEmpty();
    for (TextPosition position : piece.positions()) {
      String character = position.getUnicode();
      boolean raised = isRaisedMark(position, size, base);
      atStart &= raised || character.isBlank();
      boolean rest = inMark && Fonts.size(position) < SMALL * size && ",-–— ".contains(character);
      inMark = !atStart && (rest || (raised && !isUnit(kept, character)));
      if (!inMark) {
        kept.append(character);
      } else if (character.isBlank()) {
        kept.append(' ');
      }
    }
    return kept.toString();
  }

  /// A small digit or sign above the line on which the others stand.
  private static boolean isRaisedMark(TextPosition position, float size, TextPosition base) {
    return Fonts.size(position) < SMALL * size
        && position.getYDirAdj() < base.getYDirAdj() - RAISED * size
        && isMark(position.getUnicode());
  }

  private static boolean hasGap(List<TextPosition> positions, float width) {
    List<TextPosition> shown =
        positions.stream()
            .filter(it -> !it.getUnicode().isBlank())
            .sorted(Comparator.comparingDouble(TextPosition::getXDirAdj))
            .toList();
    for (int i = 1; i < shown.size(); i++) {
      TextPosition before = shown.get(i - 1);
      float gap = shown.get(i).getXDirAdj() - before.getXDirAdj() - before.getWidthDirAdj();
      // What comes before the first letter is a number, set apart by a tabulator.
      if (gap > width && shown.subList(0, i).stream().anyMatch(PdfLines::isPartOfWord)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPartOfWord(TextPosition position) {
    return Character.isLowerCase(position.getUnicode().codePointAt(0));
  }

  private static boolean isMark(String character) {
    return character.length() == 1
        && (Character.isDigit(character.charAt(0)) || "*†‡§".contains(character));
  }

  private static boolean isUnit(CharSequence before, String character) {
    return (character.equals("2") || character.equals("3"))
        && UNIT_BEFORE.matcher(before).matches();
  }

  private static TextPosition firstShown(List<TextPosition> positions) {
    return positions.stream()
        .filter(it -> !it.getUnicode().isBlank())
        .findFirst()
        .orElse(positions.getFirst());
  }

  private static float left(List<TextPosition> positions) {
    return (float)
        positions.stream()
            .filter(it -> !it.getUnicode().isBlank())
            .mapToDouble(TextPosition::getXDirAdj)
            .min()
            .orElse(0);
  }

  private static float right(List<TextPosition> positions) {
    return (float)
        positions.stream()
            .filter(it -> !it.getUnicode().isBlank())
            .mapToDouble(it -> it.getXDirAdj() + it.getWidthDirAdj())
            .max()
            .orElse(0);
  }
}

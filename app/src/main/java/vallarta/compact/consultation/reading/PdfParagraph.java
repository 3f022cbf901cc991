package vallarta.compact.consultation.reading;

import java.util.ArrayList;
import java.util.List;

/// Lines of a PDF file that make one paragraph.
final class PdfParagraph {

  private final List<PdfLine> lines = new ArrayList<>();

  PdfParagraph(PdfLine first) {
    lines.add(first);
  }

  void add(PdfLine line) {
    lines.add(line);
  }

  PdfLine first() {
    return lines.getFirst();
  }

  PdfLine last() {
    return lines.getLast();
  }

  int size() {
    return lines.size();
  }

  boolean isBold() {
    return lines.stream().allMatch(PdfLine::bold);
  }

  /// Whether all of it is set in one font other than that of the text.
  boolean isInOtherFontThan(String bodyFont) {
    String font = first().font();
    return !font.isEmpty()
        && !font.equals(bodyFont)
        && lines.stream().allMatch(it -> it.font().equals(font));
  }

  boolean isSpread() {
    return lines.stream().anyMatch(PdfLine::spread);
  }

  float fontSize() {
    return first().size();
  }

  /// The words, wrapped lines joined.
  String text(Hyphens hyphens) {
    StringBuilder text = new StringBuilder();
    for (PdfLine line : lines) {
      hyphens.join(text, line.text());
    }
    return text.toString();
  }
}

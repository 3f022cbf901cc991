package vallarta.compact.consultation.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.TextPosition;

/// Size and weight of the type on a line of a PDF file.
final class Fonts {

  private static final int BOLD_WEIGHT = 600;

  private Fonts() {}

  /// The size as painted, in points.
  static float size(TextPosition position) {
    float size = position.getFontSizeInPt();
    return size > 0 ? size : position.getHeightDir();
  }

  static float mostUsedSize(List<TextPosition> positions) {
    Map<Integer, Integer> letters = new HashMap<>();
    for (TextPosition position : positions) {
      if (!position.getUnicode().isBlank()) {
        letters.merge(Math.round(size(position) * 10), 1, Integer::sum);
      }
    }
    return letters.entrySet().stream()
            .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .orElse(0)
        / 10f;
  }

  /// The name of the font of all letters and digits, or empty if there are several.
  static String nameOfAll(List<TextPosition> positions) {
    List<String> names =
        positions.stream()
            .filter(Fonts::isShown)
            .map(it -> String.valueOf(it.getFont().getName()))
            .distinct()
            .limit(2)
            .toList();
    return names.size() == 1 ? names.getFirst() : "";
  }

  private static boolean isShown(TextPosition position) {
    return Character.isLetterOrDigit(position.getUnicode().codePointAt(0));
  }

  /// Whether every letter and digit is bold.
  static boolean isBold(List<TextPosition> positions) {
    boolean any = false;
    for (TextPosition position : positions) {
      if (isShown(position)) {
        if (!isBold(position.getFont())) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  private static boolean isBold(PDFont font) {
    String name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
    if (name.contains("bold") || name.contains("black") || name.contains("heavy")) {
      return true;
    }
    PDFontDescriptor descriptor = font.getFontDescriptor();
    return descriptor != null
        && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD_WEIGHT);
  }
}

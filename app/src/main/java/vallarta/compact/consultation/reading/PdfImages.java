package vallarta.compact.consultation.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/// Finds pages that are pictures of text.
final class PdfImages {

  /// A stamp or a page number laid over a scanned page is no text layer.
  private static final int FEWEST_LETTERS = 20;

  private static final int DEEPEST_FORM = 4;
  private static final int MOST_NAMED = 10;

  private PdfImages() {}

  /// Ends the reading where all pages are pictures, and notes them where some are.
  static void check(PDDocument document, List<PdfLine> lines, TextBuilder text) throws IOException {
    Map<Integer, Integer> letters = new HashMap<>();
    for (PdfLine line : lines) {
      int count = (int) line.text().codePoints().filter(Character::isLetter).count();
      letters.merge(line.page(), count, Integer::sum);
    }
    List<Integer> pictures = new ArrayList<>();
    int pages = document.getNumberOfPages();
    for (int page = 1; page <= pages; page++) {
      if (letters.getOrDefault(page, 0) < FEWEST_LETTERS
          && hasImage(document.getPage(page - 1).getResources(), 0)) {
        pictures.add(page);
      }
    }
    int all = letters.values().stream().mapToInt(Integer::intValue).sum();
    if (!pictures.isEmpty() && all < FEWEST_LETTERS * pages) {
      throw new NotReadableException(
          ReadingStatus.IMAGES_ONLY, pictures.size() + " of " + pages + " pages are images");
    }
    if (!pictures.isEmpty()) {
      text.setNote(pictures.size() + " of " + pages + " pages are images: " + named(pictures));
    }
  }

  private static String named(List<Integer> pages) {
    String named =
        pages.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    return pages.size() > MOST_NAMED ? named + " …" : named;
  }

  private static boolean hasImage(@Nullable PDResources resources, int depth) throws IOException {
    if (resources == null || depth > DEEPEST_FORM) {
      return false;
    }
    for (COSName name : resources.getXObjectNames()) {
      if (resources.isImageXObject(name)) {
        return true;
      }
      PDXObject object = resources.getXObject(name);
      if (object instanceof PDImageXObject
          || (object instanceof PDFormXObject form && hasImage(form.getResources(), depth + 1))) {
        return true;
      }
    }
    return false;
  }
}

package vallarta.compact.consultation.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;

/// Reads PDF files with their pages. The file says nothing of paragraphs and headings: they are
/// told from places and type.
final class PdfReader implements Format.Reader {

  private static final float LARGER = 1.12f;
  private static final int DEEPEST_HEADING = 6;

  /// A line of a table of contents, of which only the leader shows what it is.
  private static final Pattern CONTENTS = Pattern.compile("(?:\\.\\s?){6,}\\s*\\d{1,4}(?:\\s|$)");

  /// The number of a recommendation, standing alone above what is said of it.
  private static final Pattern NUMBER =
      Pattern.compile("^\\d{1,3}\\.\\d{1,3}(?:\\s?[-–]\\s?\\d{1,3})?\\.?$");

  private record Body(float size, String font) {}

  @Override
  public int read(Source source, TextBuilder text, TextLimits limits) throws IOException {
    try (PDDocument document =
        Loader.loadPDF(
            source.path().toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
      int pages = document.getNumberOfPages();
      List<PdfLine> lines = PdfLines.of(document);
      PdfImages.check(document, lines, text);
      List<List<PdfLine>> cleaned = PdfPages.clean(lines, pages);
      Body body =
          new Body(mostUsed(cleaned, PdfLine::size, 0f), mostUsed(cleaned, PdfLine::font, ""));
      add(PdfParagraphs.of(cleaned, body.size()), body, new Hyphens(lines), text);
      return pages;
    }
  }

  private static void add(
      List<PdfParagraph> paragraphs, Body body, Hyphens hyphens, TextBuilder text) {
    List<String> words = paragraphs.stream().map(it -> it.text(hyphens)).toList();
    List<Boolean> headings = new ArrayList<>();
    TreeSet<Integer> ranks = new TreeSet<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      boolean heading = isHeading(paragraphs.get(i), words.get(i), body);
      headings.add(heading);
      if (heading) {
        ranks.add(rank(paragraphs.get(i)));
      }
    }
    for (int i = 0; i < paragraphs.size(); i++) {
      PdfParagraph paragraph = paragraphs.get(i);
      int page = paragraph.first().page();
      String line = words.get(i);
      if (CONTENTS.matcher(line).find()) {
        continue;
      }
      if (headings.get(i)) {
        int level = ranks.tailSet(rank(paragraph), false).size() + 1;
        text.add(Block.Kind.HEADING, Math.min(DEEPEST_HEADING, level), page, line);
      } else if (isNote(paragraph, body)) {
        text.add(Block.Kind.FOOTNOTE, 0, page, line);
      } else if (ListMarks.isBulleted(line) || ListMarks.isLettered(line)) {
        text.add(Block.Kind.LIST_ITEM, 1, page, ListMarks.withoutBullet(line));
      } else {
        text.add(Block.Kind.PARAGRAPH, 0, page, line);
      }
    }
  }

  /// Larger type ranks before smaller, and bold before other type of the same size.
  private static int rank(PdfParagraph paragraph) {
    return 2 * Math.round(paragraph.fontSize()) + (paragraph.isBold() ? 1 : 0);
  }

  private static boolean isHeading(PdfParagraph paragraph, String words, Body body) {
    float size = paragraph.fontSize();
    boolean larger = size > body.size() * LARGER;
    boolean bold = paragraph.isBold();
    boolean otherFont =
        size > body.size() - 0.6f
            && paragraph.isInOtherFontThan(body.font())
            && !Sentences.isEnded(words)
            && !Sentences.goesOn(words)
            && !ListMarks.isBulleted(words);
    return (larger || bold || otherFont)
        && !paragraph.first().raisedStart()
        && !paragraph.isSpread()
        && (HeadingSigns.mayBeHeading(words) || (bold && NUMBER.matcher(words).matches()));
  }

  private static boolean isNote(PdfParagraph paragraph, Body body) {
    return paragraph.first().startsNote(body.size()) && paragraph.fontSize() <= body.size();
  }

  /// The property that most letters have.
  private static <T> T mostUsed(List<List<PdfLine>> pages, Function<PdfLine, T> property, T none) {
    Map<T, Integer> letters = new HashMap<>();
    pages.forEach(page ->
        page.forEach(
            line -> letters.merge(property.apply(line), line.text().length(), Integer::sum)));
    return letters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(none);
  }
}

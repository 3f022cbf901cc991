package vallarta.compact.consultation.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes paragraphs of the lines of a PDF file: by the distance between lines, by type, by marks of
/// numbered paragraphs and lists, and by lines that end early. A paragraph goes on over a page
/// break; notes at the foot of a page come after the paragraph that they would cut in two.
final class PdfParagraphs {

  /// Lines further apart than this many times the usual distance belong to different paragraphs.
  private static final float GAP = 1.22f;

  /// The usual distance where a size of type occurs too seldom to tell, in sizes of type.
  private static final float USUAL = 1.35f;

  private static final float SAME_PLACE = 3;
  private static final float INDENT = 8;

  private final Map<Integer, Float> distances;
  private final Map<Integer, Float> rightEnds;
  private final float bodySize;
  private final List<PdfParagraph> paragraphs = new ArrayList<>();
  private final List<PdfParagraph> notesOfPage = new ArrayList<>();

  private PdfParagraphs(List<List<PdfLine>> pages, float bodySize) {
    this.distances = distances(pages);
    this.rightEnds = rightEnds(pages);
    this.bodySize = bodySize;
  }

  static List<PdfParagraph> of(List<List<PdfLine>> pages, float bodySize) {
    PdfParagraphs making = new PdfParagraphs(pages, bodySize);
    pages.forEach(making::addPage);
    making.paragraphs.addAll(making.notesOfPage);
    return making.paragraphs;
  }

  private void addPage(List<PdfLine> lines) {
    int firstNote = firstNote(lines);
    for (int i = 0; i < firstNote; i++) {
      PdfLine line = lines.get(i);
      if (!paragraphs.isEmpty() && goesOn(paragraphs.getLast(), line)) {
        paragraphs.getLast().add(line);
      } else {
        paragraphs.addAll(notesOfPage);
        notesOfPage.clear();
        paragraphs.add(new PdfParagraph(line));
      }
    }
    for (PdfLine line : lines.subList(firstNote, lines.size())) {
      if (notesOfPage.isEmpty()
          || line.startsNote(bodySize)
          || !goesOn(notesOfPage.getLast(), line)) {
        notesOfPage.add(new PdfParagraph(line));
      } else {
        notesOfPage.getLast().add(line);
      }
    }
  }

  /// The index of the first line of the notes at the foot of the page: they begin with a raised
  /// mark and nothing of the size of the text comes after them.
  private int firstNote(List<PdfLine> lines) {
    int first = lines.size();
    for (int i = lines.size() - 1; i > 0; i--) {
      PdfLine line = lines.get(i);
      boolean starts = line.startsNote(bodySize);
      if (line.size() >= bodySize - 0.4f && !starts) {
        break;
      }
      if (starts) {
        first = i;
      }
    }
    return first;
  }

  private boolean goesOn(PdfParagraph paragraph, PdfLine line) {
    PdfLine last = paragraph.last();
    if (!line.hasSizeOf(paragraph.first())
        || line.raisedStart()
        || ListMarks.isBulleted(line.text())) {
      return false;
    }
    boolean marked = ListMarks.isNumbered(line.text()) || ListMarks.isLettered(line.text());
    boolean ended = Sentences.isEnded(last.text());
    if (last.page() != line.page()) {
      return !marked && goesOnOverPage(paragraph, line, ended);
    }
    float step = line.y() - last.y();
    if (Math.abs(step) < SAME_PLACE && Math.abs(line.x() - last.right()) < line.size() / 2) {
      return true;
    }
    if (step <= 0
        || step > distance(line) * GAP
        || (last.bold() != line.bold() && (ended || paragraph.isBold() || isShort(last)))) {
      return false;
    }
    boolean outdented = paragraph.size() > 1 && Math.abs(line.x() - last.x()) > INDENT;
    boolean aside = line.x() > last.right() || line.right() < last.x();
    return !aside
        && !(marked && (ended || isShort(last)))
        && !(ended && (outdented || isShort(last)));
  }

  private boolean goesOnOverPage(PdfParagraph paragraph, PdfLine line, boolean ended) {
    PdfLine last = paragraph.last();
    if (line.page() > last.page() + 1 || last.bold() != line.bold() || paragraph.isBold()) {
      return false;
    }
    if (Sentences.goesOn(line.text()) && !ended) {
      return true;
    }
    return !isShort(last) && (!ended || Math.abs(line.x() - last.x()) < SAME_PLACE);
  }

  /// Whether the line ends well before the right end of the lines of its kind.
  private boolean isShort(PdfLine line) {
    float end = rightEnds.getOrDefault(kind(line), line.right());
    return line.right() < end - Math.max(3 * line.size(), (end - line.x()) * 0.08f);
  }

  private float distance(PdfLine line) {
    return distances.getOrDefault(kind(line), line.size() * USUAL);
  }

  private static int kind(PdfLine line) {
    return Math.round(line.size() * 2);
  }

  private static float size(int kind) {
    return kind / 2f;
  }

  /// The most frequent distance between lines of a size, where it is known from two or more, or
  /// from five where it is wide. Distances are counted in half points.
  private static Map<Integer, Float> distances(List<List<PdfLine>> pages) {
    Map<Integer, Map<Integer, Integer>> counts = new HashMap<>();
    for (List<PdfLine> page : pages) {
      for (int i = 1; i < page.size(); i++) {
        PdfLine before = page.get(i - 1);
        PdfLine line = page.get(i);
        float step = line.y() - before.y();
        if (line.hasSizeOf(before) && step > line.size() * 0.8f && step < line.size() * 3) {
          counts
              .computeIfAbsent(kind(line), _ -> new HashMap<>())
              .merge(Math.round(step * 2), 1, Integer::sum);
        }
      }
    }
    Map<Integer, Float> distances = new HashMap<>();
    counts.forEach((kind, steps) ->
        steps.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .filter(most -> most.getValue() >= (most.getKey() < 4 * size(kind) ? 2 : 5))
            .ifPresent(most -> distances.put(kind, most.getKey() / 2f)));
    return distances;
  }

  /// The right end that a twentieth of the lines of a size reach.
  private static Map<Integer, Float> rightEnds(List<List<PdfLine>> pages) {
    Map<Integer, List<Float>> ends = new HashMap<>();
    pages.forEach(page ->
        page.forEach(
            line -> ends.computeIfAbsent(kind(line), _ -> new ArrayList<>()).add(line.right())));
    Map<Integer, Float> rightEnds = new HashMap<>();
    ends.forEach((kind, rights) -> {
      rights.sort(null);
      rightEnds.put(kind, rights.get(rights.size() - 1 - rights.size() / 20));
    });
    return rightEnds;
  }
}

package vallarta.compact.consultation.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads plain text: paragraphs are divided by empty lines, and by line ends where lines are not
/// wrapped at a width. A paragraph that a page break cut in two, the second half beginning with a
/// small letter, is one again. Headings in the manner of Markdown are headings, and so are short
/// lines numbered or capitalised as such.
final class PlainTextReader implements Format.Reader {

  private static final Pattern MARKDOWN_HEADING = Pattern.compile("^(#{1,6})\\s+(.+?)\\s*#*$");
  private static final Pattern RULE = Pattern.compile("^\\s*[-=_*~]{3,}\\s*$");

  /// Wider lines are paragraphs that nobody wrapped.
  private static final int WIDEST_WRAP = 140;

  private static final int TITLE_LEVEL = 2;

  @Override
  public int read(Source source, TextBuilder text, TextLimits limits) throws IOException {
    List<String> lines = TextDecoder.decode(source.bytes()).lines().map(String::strip).toList();
    List<String> paragraphs = paragraphs(lines);
    for (int i = 0; i < paragraphs.size(); i++) {
      String next = i + 1 < paragraphs.size() ? paragraphs.get(i + 1) : "";
      add(text, paragraphs.get(i), next);
    }
    return 0;
  }

  private static List<String> paragraphs(List<String> lines) {
    int width = wrapWidth(lines);
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    String before = "";
    boolean gap = false;
    for (String line : lines) {
      if (line.isBlank() || RULE.matcher(line).matches()) {
        gap = true;
        continue;
      }
      if (!paragraph.isEmpty() && !isRest(paragraph, before, line, gap, width)) {
        paragraphs.add(paragraph.toString());
        paragraph.setLength(0);
      }
      String blank = paragraph.isEmpty() || Sentences.joinWithoutBlank(paragraph, line) ? "" : " ";
      paragraph.append(blank).append(line);
      before = line;
      gap = false;
    }
    if (!paragraph.isEmpty()) {
      paragraphs.add(paragraph.toString());
    }
    return paragraphs;
  }

  private static boolean isRest(
      CharSequence paragraph, String before, String line, boolean gap, int width) {
    if (before.startsWith("#") || line.startsWith("#") || ListMarks.isMarked(line)) {
      return false;
    }
    if (!Sentences.isEnded(paragraph) && Sentences.goesOn(line)) {
      return true;
    }
    return !gap && before.length() + 1 + firstWordLength(line) > width;
  }

  private static int firstWordLength(String line) {
    int blank = line.indexOf(' ');
    return blank < 0 ? line.length() : blank;
  }

  /// The width at which the lines are wrapped, or a number that none reaches.
  private static int wrapWidth(List<String> lines) {
    int[] lengths = lines.stream().mapToInt(String::length).filter(it -> it > 0).sorted().toArray();
    if (lengths.length < 3) {
      return Integer.MAX_VALUE;
    }
    int width = lengths[lengths.length - 1 - lengths.length / 50];
    return width > WIDEST_WRAP ? Integer.MAX_VALUE : width;
  }

  private static void add(TextBuilder text, String paragraph, String next) {
    Matcher heading = MARKDOWN_HEADING.matcher(paragraph);
    if (heading.matches()) {
      String words = heading.group(2).replaceAll("^[*_]+|[*_]+$", "");
      text.add(Block.Kind.HEADING, heading.group(1).length(), 0, words);
    } else if (ListMarks.isBulleted(paragraph)) {
      text.add(Block.Kind.LIST_ITEM, 1, 0, ListMarks.withoutBullet(paragraph));
    } else if (ListMarks.isLettered(paragraph)) {
      text.add(Block.Kind.LIST_ITEM, 1, 0, paragraph);
    } else if (!next.isEmpty()
        && (HeadingSigns.looksLikeHeading(paragraph)
            || (HeadingSigns.isShortTitle(paragraph) && next.length() > 2 * paragraph.length()))) {
      text.add(Block.Kind.HEADING, TITLE_LEVEL, 0, paragraph);
    } else {
      text.add(Block.Kind.PARAGRAPH, 0, 0, paragraph);
    }
  }
}

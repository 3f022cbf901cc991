package vallarta.compact.consultation.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vallarta.compact.consultation.reading.Block;
import vallarta.compact.consultation.reading.Block.Kind;
import vallarta.compact.consultation.reading.Reading;
import vallarta.compact.consultation.reading.ReadingStatus;

/// Makes readings of plain text for the tests: blank lines part paragraphs, `#` marks headings, `-
/// ` a list item, a form feed a new page.
final class PlainText {

  private static final Pattern BLOCK = Pattern.compile("[^\\n]+(?:\\n[^\\n]+)*");
  private static final Pattern LINE = Pattern.compile("[^\\n]+");

  private PlainText() {}

  static Reading read(String text) {
    return read(text, BLOCK);
  }

  /// Each line is a paragraph.
  static Reading readLines(String text) {
    return read(text, LINE);
  }

  private static Reading read(String text, Pattern pattern) {
    var blocks = new ArrayList<Block>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      int page =
          1 + (int) text.substring(0, matcher.start()).chars().filter(c -> c == '\f').count();
      int level = 0;
      int start = matcher.start();
      while (start < matcher.end() && text.charAt(start) == '#') {
        level++;
        start++;
      }
      boolean item = text.startsWith("- ", start);
      Kind kind = level > 0 ? Kind.HEADING : item ? Kind.LIST_ITEM : Kind.PARAGRAPH;
      blocks.add(new Block(kind, item ? 1 : level, page, start, matcher.end()));
    }
    return new Reading(ReadingStatus.READ, "", "text/plain", 0, text, List.copyOf(blocks));
  }
}

package vallarta.compact.consultation.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/// Makes blocks of XHTML as Tika writes it for word processors' formats and as it stands in web
/// pages. Headings come from the structure, else from short paragraphs that are bold throughout.
final class XhtmlBlocks extends DefaultHandler {

  /// What a line feed among the characters means.
  enum LineFeeds {
    /// Nothing but a blank, as in web pages.
    BLANK,
    /// The end of a line that the author made.
    BREAK
  }

  private static final Set<String> UNSEEN =
      Set.of(
          "head",
          "script",
          "style",
          "nav",
          "template",
          "noscript",
          "svg",
          "math",
          "select",
          "button",
          "iframe",
          "object",
          "audio",
          "video",
          "canvas");

  private static final Set<String> BLOCKS =
      Set.of(
          "body",
          "p",
          "div",
          "section",
          "article",
          "header",
          "footer",
          "main",
          "aside",
          "blockquote",
          "pre",
          "address",
          "figure",
          "figcaption",
          "dl",
          "dt",
          "dd",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "li",
          "table",
          "caption",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "td",
          "th",
          "form",
          "fieldset",
          "legend",
          "details",
          "summary",
          "hr");

  private static final Set<String> BOLD = Set.of("b", "strong");

  /// A heading inside a table ranks below all headings around the table.
  private static final int TABLE_HEADING = 6;

  private static final int DEEPEST = 6;

  /// What Tika puts in the place of the mark of a note in a DOCX file.
  private static final Pattern REFERENCE = Pattern.compile("\\[(?:foot|end)noteRef:\\d+]");

  /// What is left of the mark before a note in a DOC file.
  private static final Pattern NOTE_MARK = Pattern.compile("\\s*[\u0002\uFFFD]\\s");

  private final TextBuilder text;
  private final LineFeeds lineFeeds;
  private final Deque<Run> interrupted = new ArrayDeque<>();
  private final List<String> pendingNotes = new ArrayList<>();
  private Run run = new Run();
  private final Deque<Row> rows = new ArrayDeque<>();
  private int unseen;
  private int bold;
  private int heading;
  private int lists;
  private int items;
  private int notes;
  private int lastRow;
  private int lastHeading;

  /// A row of a table that is being read.
  private static final class Row {
    private final int number;
    private final int firstBlock;
    private boolean allBold = true;

    Row(int number, int firstBlock) {
      this.number = number;
      this.firstBlock = firstBlock;
    }
  }

  XhtmlBlocks(TextBuilder text, LineFeeds lineFeeds) {
    this.text = text;
    this.lineFeeds = lineFeeds;
  }

  @Override
  public void startElement(String uri, String localName, String name, Attributes attributes) {
    String element = localName.toLowerCase(Locale.ROOT);
    if (unseen > 0 || UNSEEN.contains(element)) {
      unseen++;
      return;
    }
    if (element.equals("p") && (isNote(attributes) || !interrupted.isEmpty())) {
      interrupted.push(run);
      run = new Run();
      return;
    }
    if (BLOCKS.contains(element)) {
      flush();
    }
    switch (element) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading = element.charAt(1) - '0';
      case "ul", "ol" -> lists++;
      case "li" -> items++;
      case "tr" -> rows.push(new Row(++lastRow, text.size()));
      case "br" -> run.breakLine();
      case "p" -> run.style = String.valueOf(attributes.getValue("class"));
      case "div" -> notes += isNote(attributes) || notes > 0 ? 1 : 0;
      default -> bold += BOLD.contains(element) ? 1 : 0;
    }
  }

  @Override
  public void endElement(String uri, String localName, String name) {
    if (unseen > 0) {
      unseen--;
      return;
    }
    String element = localName.toLowerCase(Locale.ROOT);
    if (element.equals("p") && !interrupted.isEmpty()) {
      pendingNotes.addAll(run.parts());
      run = interrupted.pop();
      return;
    }
    if (BLOCKS.contains(element)) {
      flush();
    }
    switch (element) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading = 0;
      case "ul", "ol" -> lists = Math.max(0, lists - 1);
      case "li" -> items = Math.max(0, items - 1);
      case "tr" -> endRow();
      case "div" -> notes = Math.max(0, notes - 1);
      default -> bold -= BOLD.contains(element) && bold > 0 ? 1 : 0;
    }
  }

  private static boolean isNote(Attributes attributes) {
    String style = String.valueOf(attributes.getValue("class"));
    return style.equals("note") || style.equals("footnote") || style.equals("endnote");
  }

  @Override
  public void characters(char[] chars, int start, int length) {
    if (unseen > 0) {
      return;
    }
    for (int i = start; i < start + length; i++) {
      if (chars[i] == '\n' && lineFeeds == LineFeeds.BREAK) {
        run.breakLine();
      } else {
        run.append(chars[i], bold > 0);
      }
    }
  }

  @Override
  public void ignorableWhitespace(char[] chars, int start, int length) {
    run.append(' ', false);
  }

  @Override
  public void endDocument() {
    flush();
  }

  private void flush() {
    for (String part : run.parts()) {
      add(part);
    }
    run.clear();
    pendingNotes.forEach(note -> text.add(Block.Kind.FOOTNOTE, 0, 0, note));
    pendingNotes.clear();
  }

  private void add(String words) {
    String part = REFERENCE.matcher(words).replaceAll("");
    Row row = rows.peek();
    if (row != null) {
      boolean added = text.add(Block.Kind.TABLE_CELL, row.number, 0, part);
      row.allBold &= run.isBold() || !added;
    } else if (notes > 0 || NOTE_MARK.matcher(part).lookingAt()) {
      text.add(Block.Kind.FOOTNOTE, 0, 0, NOTE_MARK.matcher(part).replaceFirst(""));
    } else if (heading > 0) {
      lastHeading = heading;
      text.add(Block.Kind.HEADING, heading, 0, part);
    } else if (run.style.matches("(?i)toc.*")) {
      return;
    } else if (run.isBold() && !ListMarks.isBulleted(part) && HeadingSigns.mayBeHeading(part)) {
      text.add(Block.Kind.HEADING, Math.min(DEEPEST, lastHeading + 1), 0, part);
    } else if (items > 0 || isListStyle() || ListMarks.isBulleted(part)) {
      text.add(Block.Kind.LIST_ITEM, Math.max(1, lists), 0, ListMarks.withoutBullet(part));
    } else {
      text.add(Block.Kind.PARAGRAPH, 0, 0, part);
    }
  }

  private boolean isListStyle() {
    return run.style.toLowerCase(Locale.ROOT).contains("list");
  }

  /// A row with one bold cell is a heading of the rows below it.
  private void endRow() {
    Row row = rows.poll();
    if (row != null && row.allBold && text.size() == row.firstBlock + 1) {
      text.promoteLast(TABLE_HEADING);
    }
  }
}

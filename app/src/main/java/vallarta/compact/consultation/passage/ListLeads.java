package vallarta.compact.consultation.passage;

import java.util.ArrayDeque;
import java.util.Deque;
import vallarta.compact.consultation.passage.Numbering.Style;

/// The lists that are open at a place of the text, each with the words that opened it.
///
/// A list is opened by an item of a new style after a paragraph that ends with a colon; an item of
/// a style that is open closes the lists inside it; anything else closes them all.
final class ListLeads {

  private static final int LIMIT = 300;

  private record Open(Style style, int level, String lead) {}

  private final Deque<Open> lists = new ArrayDeque<>();
  private String last = "";

  /// The words that open the list of an item, or empty.
  ///
  /// @param style of the item's number or bullet
  /// @param level the depth that the format gives it, or 0
  /// @param marked whether the format itself says that it is an item of a list
  String itemLead(Style style, int level, boolean marked) {
    if (lists.stream().anyMatch(open -> open.style == style && open.level == level)) {
      while (lists.element().style != style || lists.element().level != level) {
        lists.pop();
      }
      return lead();
    }
    if (opens(last, marked || style == Style.LETTER || style == Style.ROMAN)) {
      lists.push(new Open(style, level, last));
      return lead();
    }
    if (style == Style.DECIMAL || style == Style.MULTILEVEL) {
      lists.clear();
    }
    return lead();
  }

  /// Notes the last sentence of a paragraph or item: it may open a list.
  void ended(String sentence) {
    last = sentence;
  }

  /// A heading or a plain paragraph ends all lists.
  void close() {
    lists.clear();
    last = "";
  }

  private static boolean opens(String sentence, boolean certainItem) {
    if (sentence.isEmpty()) {
      return false;
    }
    char end = sentence.charAt(sentence.length() - 1);
    boolean colon = end == ':' || end == '：';
    return colon || (certainItem && (Character.isLetter(end) || end == '—' || end == '–'));
  }

  private String lead() {
    var words = new StringBuilder();
    lists.descendingIterator().forEachRemaining(open -> words.append(' ').append(open.lead));
    return Blanks.shorten(words.toString().strip(), LIMIT);
  }
}

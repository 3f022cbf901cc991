package vallarta.compact.consultation.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A list that runs on in one paragraph: "We call on States to: (a) ...; (b) ...".
///
/// @param leadEnd offset after the words that open it
/// @param items the items in order
record InlineList(int leadEnd, List<Item> items) {

  /// One item.
  ///
  /// @param number its letter or number, or empty where semicolons alone part the items
  record Item(String number, int start, int end) {}

  private static final Pattern MARK =
      Pattern.compile(
          "(?<=[\\s\\u00A0:：;；.。])[(（](\\p{Nd}{1,2}|[ivx]{1,5}|\\p{L}|[一二三四五六七八九十])[)）]");

  private static final Pattern LINK =
      Pattern.compile(
          "[;；,،؛][\\s\\u00A0]*(?:and|or|et|ou|y|e|o|и|или|و|أو|和|以及)?[\\s\\u00A0]*$|[;；,،؛]$");

  private static final Pattern SEMICOLON = Pattern.compile("[;；؛]");
  private static final int SHORTEST_ITEM = 12;
  private static final int LONGEST_LEAD = 300;
  private static final int LEAST_SEMICOLONS = 2;

  /// The list in the text from start to end, or one without items.
  static InlineList find(String text, int start, int end) {
    List<Item> items = numbered(text, start, end);
    if (items.isEmpty()) {
      items = parted(text, start, end);
    }
    if (items.isEmpty()) {
      return new InlineList(end, items);
    }
    Item first = items.getFirst();
    int leadEnd = Blanks.trim(text, start, first.start - markLength(text, first));
    return new InlineList(leadEnd, items);
  }

  private static int markLength(String text, Item first) {
    if (first.number.isEmpty()) {
      return 0;
    }
    return first.start - text.lastIndexOf(first.number, first.start);
  }

  private static List<Item> numbered(String text, int start, int end) {
    var marks = new ArrayList<int[]>();
    Matcher mark = MARK.matcher(text).region(start, end);
    mark.useTransparentBounds(true);
    while (mark.find()) {
      String number = mark.group(1);
      boolean opens = marks.isEmpty() ? isFirst(number) : follows(text, marks.getLast(), mark);
      if (opens) {
        marks.add(new int[] {mark.start(), mark.end()});
      }
    }
    if (marks.size() < 2) {
      return List.of();
    }
    var items = new ArrayList<Item>();
    for (int i = 0; i < marks.size(); i++) {
      int[] at = marks.get(i);
      int to = i + 1 < marks.size() ? marks.get(i + 1)[0] : end;
      int from = Blanks.skip(text, at[1], to);
      items.add(new Item(text.substring(at[0], at[1]), from, withoutLink(text, from, to)));
    }
    return items;
  }

  private static boolean isFirst(String number) {
    return "a i 1 а أ ا 一 ١".contains(number) && number.length() == 1;
  }

  /// The next mark of a list comes after a semicolon or a stop, not in "articles (a) and (b)".
  private static boolean follows(String text, int[] previous, Matcher mark) {
    String between = text.substring(previous[1], mark.start());
    return between.length() >= SHORTEST_ITEM
        && (LINK.matcher(between).find() || between.stripTrailing().matches("(?s).*[.。:：]"));
  }

  private static List<Item> parted(String text, int start, int end) {
    int colon = firstColon(text, start, end);
    if (colon < 0 || colon - start > LONGEST_LEAD) {
      return List.of();
    }
    var items = new ArrayList<Item>();
    Matcher semicolon = SEMICOLON.matcher(text).region(colon + 1, end);
    int from = Blanks.skip(text, colon + 1, end);
    while (semicolon.find()) {
      items.add(new Item("", from, withoutLink(text, from, semicolon.start())));
      from = afterAnd(text, Blanks.skip(text, semicolon.end(), end), end);
    }
    if (items.size() < LEAST_SEMICOLONS || from >= end) {
      return List.of();
    }
    items.add(new Item("", from, end));
    boolean shortOne = items.stream().anyMatch(item -> item.end - item.start < SHORTEST_ITEM);
    return shortOne ? List.of() : items;
  }

  /// A colon that ends a lead: not one within a sentence before it, nor of a time or an address.
  private static int firstColon(String text, int start, int end) {
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (".!?。;；".indexOf(c) >= 0 && at + 1 < end && Blanks.isBlank(text.charAt(at + 1))) {
        return -1;
      }
      if (c == '：' || (c == ':' && at + 1 < end && Blanks.isBlank(text.charAt(at + 1)))) {
        return at;
      }
    }
    return -1;
  }

  private static final Pattern AND =
      Pattern.compile("(?:and|or|et|y|e|и|以及)[\\s\\u00A0]+", Pattern.CASE_INSENSITIVE);

  private static int afterAnd(String text, int start, int end) {
    Matcher and = AND.matcher(text).region(start, end);
    return and.lookingAt() ? and.end() : start;
  }

  private static int withoutLink(String text, int start, int end) {
    int last = Blanks.trim(text, start, end);
    Matcher link = LINK.matcher(text).region(start, last);
    return link.find() ? Blanks.trim(text, start, link.start()) : last;
  }
}

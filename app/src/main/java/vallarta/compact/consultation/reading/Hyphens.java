package vallarta.compact.consultation.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Joins lines, and decides for a hyphen at the end of a line whether it belongs to the word by how
/// the document writes the word elsewhere.
final class Hyphens {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:[-‐][\\p{L}\\p{M}]+)*");
  private static final Pattern END =
      Pattern.compile("([\\p{L}\\p{M}]+(?:[-‐][\\p{L}\\p{M}]+)*)[-‐]$");
  private static final Pattern START = Pattern.compile("^\\p{Ll}[\\p{L}\\p{M}]*");
  private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)\\S*[^\\s.,;:)]$");
  private static final Pattern REST_OF_ADDRESS =
      Pattern.compile("^[\\w%&=?#~/.\\-]*(?:[/_%=&]|\\.(?:pdf|html?|aspx|docx?))[\\w%&=?#~/.\\-]*");

  private final Set<String> words = new HashSet<>();

  Hyphens(List<PdfLine> lines) {
    for (PdfLine line : lines) {
      Matcher word = WORD.matcher(line.text());
      while (word.find()) {
        words.add(word.group().toLowerCase(Locale.ROOT));
      }
    }
  }

  /// Appends a line to what went before it.
  void join(StringBuilder text, String line) {
    if (text.isEmpty() || line.isEmpty()) {
      text.append(line);
      return;
    }
    int length = text.length();
    char last = text.charAt(length - 1);
    if (last == '\u00AD') {
      text.setLength(length - 1);
    } else if (last == '-' || last == '‐') {
      if (isMadeByWrapping(text, line)) {
        text.setLength(length - 1);
      }
    } else if (!isRange(text, line)
        && !Sentences.joinWithoutBlank(text, line)
        && !isAddress(text, line)) {
      text.append(' ');
    }
    text.append(line);
  }

  private boolean isMadeByWrapping(CharSequence text, String line) {
    Matcher end = END.matcher(lastWord(text));
    Matcher start = START.matcher(line);
    if (!end.find() || !start.find()) {
      return false;
    }
    String before = end.group(1).toLowerCase(Locale.ROOT);
    String after = start.group().toLowerCase(Locale.ROOT);
    return (words.contains(before + after) || !words.contains(after))
        && !words.contains(before + "-" + after);
  }

  /// "2010–" and "2015" are one range.
  private static boolean isRange(CharSequence text, String line) {
    int length = text.length();
    return length > 1
        && text.charAt(length - 1) == '–'
        && Character.isDigit(text.charAt(length - 2))
        && Character.isDigit(line.charAt(0));
  }

  private static boolean isAddress(CharSequence text, String line) {
    return ADDRESS.matcher(lastWord(text)).find() && REST_OF_ADDRESS.matcher(line).find();
  }

  private static CharSequence lastWord(CharSequence text) {
    int i = text.length();
    while (i > 0 && !Character.isWhitespace(text.charAt(i - 1))) {
      i--;
    }
    return text.subSequence(i, text.length());
  }
}

package vallarta.compact.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The lines of an iCalendar object (RFC 5545), folded as it asks for.
public final class CalendarLines {

  private static final int OCTETS = 75;

  private final List<String> lines = new ArrayList<>();

  /// Adds a content line, folded at 75 octets and never within a character (section 3.1).
  public void add(String content) {
    StringBuilder folded = new StringBuilder();
    int octets = 0;
    for (int i = 0; i < content.length(); ) {
      int point = content.codePointAt(i);
      int length = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > OCTETS) {
        folded.append("\r\n ");
        octets = 1;
      }
      folded.appendCodePoint(point);
      octets += length;
      i += Character.charCount(point);
    }
    lines.add(folded.toString());
  }

  /// A value of type TEXT (section 3.3.11).
  public static String text(String value) {
    return value
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r\n", "\\n")
        .replace("\n", "\\n")
        .replace("\r", "\\n");
  }

  /// All of them, as they are sent.
  public byte[] bytes() {
    return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
  }
}

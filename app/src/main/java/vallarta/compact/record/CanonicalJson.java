package vallarta.compact.record;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes JSON in the one form that RFC 8785 allows: no space, members in the order of their UTF-16
/// code units, the shortest escapes. Of numbers it takes the integers that every reader of JSON
/// holds exactly.
final class CanonicalJson {

  /// 2^53 - 1 (RFC 8785, section 3.2.2.3: numbers are IEEE 754 doubles).
  private static final long LARGEST = (1L << 53) - 1;

  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder(512);

  private CanonicalJson() {}

  /// @param value a string, an integer, a boolean, a list or a map of these
  static byte[] bytes(Object value) {
    CanonicalJson json = new CanonicalJson();
    json.write(value);
    return json.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(Object value) {
    switch (value) {
      case String text -> string(text);
      case Integer number -> out.append(number.intValue());
      case Long number -> out.append(exact(number));
      case Boolean flag -> out.append(flag.booleanValue());
      case List<?> list -> array(list);
      case Map<?, ?> map -> object(map);
      default -> throw new IllegalArgumentException("not written as JSON: " + value.getClass());
    }
  }

  private static long exact(long number) {
    if (Math.abs(number) > LARGEST) {
      throw new IllegalArgumentException("not every reader of JSON holds " + number + " exactly");
    }
    return number;
  }

  private void array(List<?> list) {
    out.append('[');
    String separator = "";
    for (Object item : list) {
      out.append(separator);
      write(item);
      separator = ",";
    }
    out.append(']');
  }

  private void object(Map<?, ?> map) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((name, value) -> sorted.put((String) name, value));
    out.append('{');
    String separator = "";
    for (Map.Entry<String, Object> member : sorted.entrySet()) {
      out.append(separator);
      string(member.getKey());
      out.append(':');
      write(member.getValue());
      separator = ",";
    }
    out.append('}');
  }

  /// RFC 8785, section 3.2.2.2.
  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> character(text, i, c);
      }
    }
    out.append('"');
  }

  private void character(String text, int i, char c) {
    if (c < ' ') {
      out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
    } else if (Character.isSurrogate(c) && !isPaired(text, i)) {
      throw new IllegalArgumentException("half of a surrogate pair at " + i);
    } else {
      out.append(c);
    }
  }

  private static boolean isPaired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}

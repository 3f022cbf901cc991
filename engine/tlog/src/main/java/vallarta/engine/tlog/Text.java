package vallarta.engine.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Reads the small texts of the formats as strictly as these demand.
final class Text {

  private Text() {}

  /// Bytes that must be UTF-8.
  static String utf8(byte[] bytes, String what) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Refused(Reason.MALFORMED, what + " is not UTF-8", e);
    }
  }

  /// A size or an index: ASCII digits without leading zeros, at most 2^63 - 1.
  static long decimal(String digits, String what) {
    boolean form =
        !digits.isEmpty()
            && digits.length() <= 19
            && digits.chars().allMatch(c -> c >= '0' && c <= '9')
            && (digits.length() == 1 || digits.charAt(0) != '0');
    if (form) {
      try {
        return Long.parseLong(digits);
      } catch (NumberFormatException e) {
        throw new Refused(Reason.MALFORMED, what + " is too large: " + digits, e);
      }
    }
    throw new Refused(
        Reason.MALFORMED,
        what + " is no decimal number without leading zeros: \"" + shorten(digits) + "\"");
  }

  /// Standard base64 with padding, in its one canonical form.
  static byte[] base64(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw new Refused(Reason.MALFORMED, "not base64: \"" + shorten(text) + "\"", e);
    }
    throw new Refused(Reason.MALFORMED, "not canonical base64: \"" + shorten(text) + "\"");
  }

  static String shorten(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "...";
  }
}

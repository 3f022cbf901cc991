package vallarta.engine.tlog.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes requests out of the bytes of one connection (HTTP/1.1, RFC 9112), with bodies whose length
/// is told beforehand. What could be read in two ways is refused.
final class RequestParser {

  static final int LONGEST_HEAD = 8192;

  private static final String LINE_END = "\r\n";

  private final int longestBody;
  private @Nullable Head head;

  private record Head(
      String method, String path, int length, boolean last, boolean expectsContinue) {}

  /// A request that gets no other answer than this, the last on its connection.
  static final class Malformed extends Exception {

    private static final long serialVersionUID = 1;
    private final int status;

    Malformed(int status, String why) {
      super(why);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  RequestParser(int longestBody) {
    this.longestBody = longestBody;
  }

  /// The next request when all of it is there; its bytes are taken then.
  ///
  /// @param in from its position to its limit
  Optional<Request> next(ByteBuffer in) throws Malformed {
    Head known = head;
    if (known == null) {
      int end = endOfHead(in);
      if (end < 0 ? in.remaining() >= LONGEST_HEAD : end - in.position() > LONGEST_HEAD) {
        throw new Malformed(431, "the head of a request has at most " + LONGEST_HEAD + " bytes");
      }
      if (end < 0) {
        return Optional.empty();
      }
      byte[] bytes = new byte[end - in.position()];
      in.get(bytes);
      known = head(new String(bytes, StandardCharsets.ISO_8859_1));
      head = known;
    }
    if (in.remaining() < known.length()) {
      return Optional.empty();
    }
    byte[] body = new byte[known.length()];
    in.get(body);
    head = null;
    return Optional.of(new Request(known.method(), known.path(), body, known.last()));
  }

  /// Whether the sender waits for a word before it sends the body; tells it once.
  boolean expectsContinue() {
    Head known = head;
    if (known == null || !known.expectsContinue()) {
      return false;
    }
    head = new Head(known.method(), known.path(), known.length(), known.last(), false);
    return true;
  }

  private static int endOfHead(ByteBuffer in) {
    for (int at = in.position() + 3; at < in.limit(); at++) {
      if (in.get(at) == '\n'
          && in.get(at - 1) == '\r'
          && in.get(at - 2) == '\n'
          && in.get(at - 3) == '\r') {
        return at + 1;
      }
    }
    return -1;
  }

  private Head head(String text) throws Malformed {
    int lineEnd = text.indexOf(LINE_END);
    String[] words = text.substring(0, lineEnd).split(" ", -1);
    if (words.length != 3 || words[0].isEmpty() || !words[1].startsWith("/")) {
      throw new Malformed(400, "the first line is no METHOD /path HTTP/1.1");
    }
    if (!words[2].equals("HTTP/1.1") && !words[2].equals("HTTP/1.0")) {
      throw new Malformed(505, "this server speaks HTTP/1.1");
    }
    long length = -1;
    boolean last = words[2].equals("HTTP/1.0");
    boolean expectsContinue = false;
    for (int at = lineEnd + 2; at < text.length() - 2; at = lineEnd + 2) {
      lineEnd = text.indexOf(LINE_END, at);
      int colon = colon(text, at, lineEnd);
      if (is(text, at, colon, "content-length")) {
        if (length >= 0) {
          throw new Malformed(400, "two lengths of one body");
        }
        length = length(text.substring(colon + 1, lineEnd).strip());
      } else if (is(text, at, colon, "transfer-encoding")) {
        throw new Malformed(411, "tell the length of the body beforehand");
      } else if (is(text, at, colon, "connection")) {
        last |= value(text, colon, lineEnd).contains("close");
      } else if (is(text, at, colon, "expect")) {
        expectsContinue = value(text, colon, lineEnd).equals("100-continue");
      }
    }
    int query = words[1].indexOf('?');
    return new Head(
        words[0],
        query < 0 ? words[1] : words[1].substring(0, query),
        (int) Math.max(0, length),
        last,
        expectsContinue);
  }

  private static int colon(String text, int from, int lineEnd) throws Malformed {
    int at = from;
    while (at < lineEnd && isNameCharacter(text.charAt(at))) {
      at++;
    }
    if (at == from || at == lineEnd || text.charAt(at) != ':') {
      throw new Malformed(400, "a line of the head is no Name: value");
    }
    return at;
  }

  private static boolean isNameCharacter(char c) {
    return c > ' ' && c < 0x7F && c != ':';
  }

  private static boolean is(String text, int from, int to, String name) {
    return to - from == name.length() && text.regionMatches(true, from, name, 0, name.length());
  }

  private static String value(String text, int colon, int lineEnd) {
    return text.substring(colon + 1, lineEnd).strip().toLowerCase(Locale.ROOT);
  }

  private int length(String digits) throws Malformed {
    if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new Malformed(400, "the length of the body is no number");
    }
    if (digits.length() > 9 || Integer.parseInt(digits) > longestBody) {
      throw new Malformed(413, "a body has at most " + longestBody + " bytes");
    }
    return Integer.parseInt(digits);
  }
}

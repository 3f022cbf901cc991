package vallarta.engine.tlog.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/// What a [Wire] answers.
///
/// @param header further fields, each with its line end
record Reply(int status, String header, byte[] body) {

  static final String TEXT = "Content-Type: text/plain; charset=utf-8\r\n";

  private static final Map<Integer, String> PHRASES =
      Map.of(
          200, "OK",
          400, "Bad Request",
          404, "Not Found",
          405, "Method Not Allowed",
          411, "Length Required",
          413, "Content Too Large",
          431, "Request Header Fields Too Large",
          500, "Internal Server Error",
          503, "Service Unavailable",
          505, "HTTP Version Not Supported");

  /// RFC 9110, section 5.6.7.
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private record Second(long number, String text) {}

  private static volatile Second now = second(0);

  static Reply text(int status, String text) {
    return new Reply(status, TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  Reply with(String field) {
    return new Reply(status, header + field + "\r\n", body);
  }

  /// The bytes to send.
  ///
  /// @param last whether the connection ends with it
  ByteBuffer bytes(boolean withBody, boolean last) {
    String head =
        "HTTP/1.1 "
            + status
            + ' '
            + PHRASES.getOrDefault(status, "")
            + "\r\nDate: "
            + date()
            + "\r\n"
            + header
            + "Content-Length: "
            + body.length
            + (last ? "\r\nConnection: close\r\n\r\n" : "\r\n\r\n");
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer bytes = ByteBuffer.allocate(start.length + (withBody ? body.length : 0)).put(start);
    if (withBody) {
      bytes.put(body);
    }
    return bytes.flip();
  }

  private static String date() {
    long number = System.currentTimeMillis() / 1000;
    Second second = now;
    if (second.number() != number) {
      second = second(number);
      now = second;
    }
    return second.text();
  }

  private static Second second(long number) {
    return new Second(number, DATE.format(Instant.ofEpochSecond(number)));
  }
}

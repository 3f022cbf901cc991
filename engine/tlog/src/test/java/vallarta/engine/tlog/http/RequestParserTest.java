package vallarta.engine.tlog.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is a request, and what is refused.
final class RequestParserTest {

  private static final int LONGEST_BODY = 10;
  private static final String TWO =
      "POST /add?x=1 HTTP/1.1\r\nHost: a\r\ncontent-length:  3\r\n\r\nabc"
          + "GET /checkpoint HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n";

  @Test
  void readsRequestsHoweverTheirBytesArrive() throws RequestParser.Malformed {
    for (int piece = 1; piece <= TWO.length(); piece++) {
      List<Request> requests = parse(TWO.getBytes(StandardCharsets.ISO_8859_1), piece);

      assertThat(requests).hasSize(2);
      assertThat(requests.get(0).method()).isEqualTo("POST");
      assertThat(requests.get(0).path()).isEqualTo("/add");
      assertThat(requests.get(0).body()).isEqualTo(new byte[] {'a', 'b', 'c'});
      assertThat(requests.get(0).last()).isFalse();
      assertThat(requests.get(1).path()).isEqualTo("/checkpoint");
      assertThat(requests.get(1).body()).isEmpty();
      assertThat(requests.get(1).last()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, GET",
    "400, GET  / HTTP/1.1",
    "400, GET http://a/ HTTP/1.1",
    "505, GET / HTTP/2.0",
    "400, 'POST / HTTP/1.1|Content-Length: 1|Content-Length: 1'",
    "400, 'POST / HTTP/1.1|Content-Length: +1'",
    "400, 'POST / HTTP/1.1|Content-Length: 1, 1'",
    "400, 'POST / HTTP/1.1|Content-Length:'",
    "400, 'POST / HTTP/1.1|Content-Length : 1'",
    "400, 'POST / HTTP/1.1|X: a| folded: b'",
    "400, 'POST / HTTP/1.1|no colon'",
    "411, 'POST / HTTP/1.1|Transfer-Encoding: chunked'",
    "413, 'POST / HTTP/1.1|Content-Length: 11'",
    "413, 'POST / HTTP/1.1|Content-Length: 99999999999999999999'",
  })
  void refusesWhatCouldBeReadInTwoWays(int status, String head) {
    byte[] bytes = (head.replace("|", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> parse(bytes, bytes.length))
        .isInstanceOfSatisfying(
            RequestParser.Malformed.class, it -> assertThat(it.status()).isEqualTo(status));
  }

  @Test
  void refusesAHeadWithoutEnd() {
    byte[] bytes = "a".repeat(RequestParser.LONGEST_HEAD).getBytes(StandardCharsets.US_ASCII);

    assertThatThrownBy(() -> parse(bytes, bytes.length))
        .isInstanceOfSatisfying(
            RequestParser.Malformed.class, it -> assertThat(it.status()).isEqualTo(431));
  }

  @Test
  void tellsOnceThatTheSenderWaitsForAWord() throws RequestParser.Malformed {
    RequestParser parser = new RequestParser(LONGEST_BODY);
    String head = "POST /add HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n";

    assertThat(parser.next(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)))).isEmpty();
    assertThat(parser.expectsContinue()).isTrue();
    assertThat(parser.expectsContinue()).isFalse();
    assertThat(parser.next(ByteBuffer.wrap(new byte[] {'x'}))).isPresent();
  }

  @FuzzTest
  void readsAnyBytesTheSameWayInPiecesAsAtOnce(byte[] bytes) {
    assertThat(outcome(bytes, 1)).isEqualTo(outcome(bytes, Math.max(1, bytes.length)));
  }

  private static List<String> outcome(byte[] bytes, int piece) {
    List<String> said = new ArrayList<>();
    try {
      for (Request request : parse(bytes, piece)) {
        said.add(request.method() + request.path() + request.body().length + request.last());
      }
    } catch (RequestParser.Malformed e) {
      return List.of("refused");
    }
    return said;
  }

  private static List<Request> parse(byte[] bytes, int piece) throws RequestParser.Malformed {
    RequestParser parser = new RequestParser(LONGEST_BODY);
    ByteBuffer buffer = ByteBuffer.allocate(bytes.length + 1);
    List<Request> requests = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += piece) {
      buffer.put(bytes, at, Math.min(piece, bytes.length - at)).flip();
      for (Optional<Request> next = parser.next(buffer);
          next.isPresent();
          next = parser.next(buffer)) {
        requests.add(next.get());
      }
      buffer.compact();
    }
    return requests;
  }
}

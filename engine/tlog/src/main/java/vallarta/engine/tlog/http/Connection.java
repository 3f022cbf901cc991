package vallarta.engine.tlog.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A connection of a [Wire]: one request after the other, the next when the last was answered. For
/// the thread of the wire alone.
final class Connection {

  private static final int BUFFER = 1024;
  private static final int MOST_DISCARDED = 1 << 20;
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final SocketChannel channel;
  private final SelectionKey key;
  private final RequestParser parser;
  private final int longest;
  private ByteBuffer in = ByteBuffer.allocate(BUFFER);
  private @Nullable Request open;
  private @Nullable ByteBuffer out;
  private boolean ended;
  private boolean last;
  private boolean refused;
  private int discarded;
  private long activeAt = System.nanoTime();

  Connection(SocketChannel channel, SelectionKey key, int longestBody) {
    this.channel = channel;
    this.key = key;
    this.parser = new RequestParser(longestBody);
    this.longest = RequestParser.LONGEST_HEAD + longestBody;
  }

  /// Since when nothing was received or sent, and no answer is being worked on.
  boolean idleSince(long nanos) {
    return open == null && activeAt - nanos < 0;
  }

  /// Takes what has arrived.
  ///
  /// @return a request, if one is complete and none is open
  Optional<Request> read() throws IOException {
    activeAt = System.nanoTime();
    if (refused) {
      discard();
      return Optional.empty();
    }
    if (channel.read(in) < 0) {
      ended = true;
      key.interestOpsAnd(~SelectionKey.OP_READ);
      if (open == null && out == null) {
        close();
      }
      return Optional.empty();
    }
    Optional<Request> request = next();
    if (!in.hasRemaining()) {
      makeRoom();
    }
    return request;
  }

  private void makeRoom() {
    if (in.capacity() < longest && open == null) {
      in = ByteBuffer.allocate(Math.min(longest, in.capacity() * 4)).put(in.flip());
    } else {
      key.interestOpsAnd(~SelectionKey.OP_READ);
    }
  }

  private Optional<Request> next() throws IOException {
    if (open != null || out != null || last) {
      return Optional.empty();
    }
    in.flip();
    try {
      Optional<Request> request = parser.next(in);
      open = request.orElse(null);
      if (request.isEmpty() && parser.expectsContinue()) {
        channel.write(ByteBuffer.wrap(CONTINUE));
      }
      return request;
    } catch (RequestParser.Malformed e) {
      last = true;
      refused = true;
      send(Reply.text(e.status(), e.getMessage() + "\n").bytes(true, true));
      return Optional.empty();
    } finally {
      in.compact();
    }
  }

  /// Answers the open request.
  ///
  /// @return the next one, if it has arrived already
  Optional<Request> answer(Reply reply) throws IOException {
    Request request = open;
    if (request == null || !channel.isOpen()) {
      return Optional.empty();
    }
    open = null;
    activeAt = System.nanoTime();
    last |= request.last() || ended && in.position() == 0;
    send(reply.bytes(!request.method().equals("HEAD"), last));
    return afterAnswer();
  }

  /// Goes on with an answer that the network did not take at once.
  Optional<Request> write() throws IOException {
    ByteBuffer rest = out;
    if (rest == null) {
      return Optional.empty();
    }
    activeAt = System.nanoTime();
    send(rest);
    return afterAnswer();
  }

  private Optional<Request> afterAnswer() throws IOException {
    if (out != null || !channel.isOpen()) {
      return Optional.empty();
    }
    if (!ended && (key.interestOps() & SelectionKey.OP_READ) == 0) {
      key.interestOpsOr(SelectionKey.OP_READ);
    }
    Optional<Request> request = in.position() == 0 ? Optional.empty() : next();
    if (ended && request.isEmpty() && out == null) {
      close();
    }
    return request;
  }

  private void send(ByteBuffer bytes) throws IOException {
    channel.write(bytes);
    if (bytes.hasRemaining()) {
      out = bytes;
      key.interestOpsOr(SelectionKey.OP_WRITE);
      return;
    }
    if (out != null) {
      out = null;
      key.interestOpsAnd(~SelectionKey.OP_WRITE);
    }
    if (refused) {
      channel.shutdownOutput();
    } else if (last) {
      close();
    }
  }

  /// Lets a sender who was refused finish: were its bytes left unread, the network would take the
  /// reply back with them.
  private void discard() throws IOException {
    int read = channel.read(in.clear());
    discarded += Math.max(0, read);
    if (read < 0 || discarded > MOST_DISCARDED) {
      close();
    }
  }

  void close() throws IOException {
    key.cancel();
    channel.close();
  }
}

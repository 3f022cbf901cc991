package vallarta.engine.tlog.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A server of HTTP/1.1 for thousands of connections that mostly wait: one thread reads all
/// requests and sends all answers, whenever and by whomever these are given.
///
/// The JDK's own server gives each request a thread and its connection back to a selector, which
/// takes more than twice the processor for each: see docs/benchmarks.md.
final class Wire implements AutoCloseable {

  private static final int BACKLOG = 8192;
  private static final int MOST_CONNECTIONS = 20_000;
  private static final Duration SWEEP = Duration.ofSeconds(10);
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(2);

  /// What is done with a request, in the thread that reads all of them: it must not wait. The
  /// answer may come later and from any thread, once.
  interface Handler {
    void handle(Request request, Consumer<Reply> answer);
  }

  private record Given(Connection connection, Reply reply) {}

  private final Handler handler;
  private final int longestBody;
  private final ServerSocketChannel listening;
  private final Selector selector;
  private final Queue<Given> given = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean woken = new AtomicBoolean();
  private final Thread thread;
  private volatile boolean closed;
  private long nextSweep = System.nanoTime() + SWEEP.toNanos();

  Wire(InetSocketAddress address, int longestBody, Handler handler) throws IOException {
    this.handler = handler;
    this.longestBody = longestBody;
    this.listening = ServerSocketChannel.open();
    this.selector = Selector.open();
    listening.setOption(StandardSocketOptions.SO_REUSEADDR, true);
    listening.bind(address, BACKLOG);
    listening.configureBlocking(false);
    listening.register(selector, SelectionKey.OP_ACCEPT);
    this.thread = Thread.ofPlatform().name("tlog-http").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  InetSocketAddress address() {
    try {
      return (InetSocketAddress) listening.getLocalAddress();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void run() {
    try {
      while (!closed) {
        selector.select(this::serve, SWEEP.toMillis());
        woken.set(false);
        for (Given next = given.poll(); next != null; next = given.poll()) {
          Given some = next;
          quietly(some.connection(), () -> some.connection().answer(some.reply()));
        }
        sweep();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } finally {
      selector.keys().forEach(Wire::close);
    }
  }

  private void serve(SelectionKey key) {
    if (key.isValid() && key.isAcceptable()) {
      accept();
    } else if (key.attachment() instanceof Connection connection) {
      if (key.isValid() && key.isWritable()) {
        quietly(connection, connection::write);
      }
      if (key.isValid() && key.isReadable()) {
        quietly(connection, connection::read);
      }
    }
  }

  private void accept() {
    try {
      for (SocketChannel channel = listening.accept();
          channel != null;
          channel = listening.accept()) {
        if (selector.keys().size() > MOST_CONNECTIONS) {
          channel.close();
          continue;
        }
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        key.attach(new Connection(channel, key, longestBody));
      }
    } catch (IOException e) {
      // The other end has left already, or there are too many open files: the rest goes on.
    }
  }

  /// A step of a connection that may lead to a request.
  private interface Step {
    Optional<Request> take() throws IOException;
  }

  private void quietly(Connection connection, Step step) {
    try {
      step.take().ifPresent(request -> handle(connection, request));
    } catch (IOException | CancelledKeyException e) {
      drop(connection); // Its other end has left.
    }
  }

  private void handle(Connection connection, Request request) {
    try {
      handler.handle(request, reply -> give(connection, reply));
    } catch (RuntimeException e) {
      give(connection, Reply.text(500, "this server failed\n"));
    }
  }

  private void give(Connection connection, Reply reply) {
    given.add(new Given(connection, reply));
    if (woken.compareAndSet(false, true)) {
      selector.wakeup();
    }
  }

  private void sweep() {
    long now = System.nanoTime();
    if (now - nextSweep < 0) {
      return;
    }
    nextSweep = now + SWEEP.toNanos();
    for (SelectionKey key : selector.keys()) {
      if (key.attachment() instanceof Connection connection
          && connection.idleSince(now - LONGEST_IDLE.toNanos())) {
        drop(connection);
      }
    }
  }

  private static void drop(Connection connection) {
    try {
      connection.close();
    } catch (IOException e) {
      // It is closed all the same.
    }
  }

  private static void close(SelectionKey key) {
    try {
      key.channel().close();
    } catch (IOException e) {
      // It is closed all the same.
    }
  }

  /// Stops listening and ends all connections.
  @Override
  public void close() throws InterruptedException {
    closed = true;
    selector.wakeup();
    thread.join();
    try {
      selector.close();
      listening.close();
    } catch (IOException e) {
      // Nobody is left whom it would concern.
    }
  }
}

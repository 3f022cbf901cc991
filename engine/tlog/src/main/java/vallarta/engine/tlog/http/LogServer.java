package vallarta.engine.tlog.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import vallarta.engine.tlog.GroupCommit;
import vallarta.engine.tlog.Refused;
import vallarta.engine.tlog.Tile;
import vallarta.engine.tlog.TileLog;
import vallarta.engine.tlog.TileSource;

/// A log on the web: `GET /checkpoint` and `GET /tile/...` (C2SP tlog-tiles), and `POST /add`,
/// which takes an entry as its body and answers with the entry's index once nothing can lose it.
///
/// Whoever reaches the address may add: it is for a trusted network, or behind a door that asks.
public final class LogServer implements AutoCloseable {

  private final Wire wire;
  private final TileLog log;
  private final TileSource files;
  private final GroupCommit commit;
  private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

  /// @param files of the log, as it writes them
  public LogServer(InetSocketAddress address, TileLog log, TileSource files) throws IOException {
    this.wire = new Wire(address, TileLog.LONGEST_ENTRY, this::handle);
    this.log = log;
    this.files = files;
    this.commit = new GroupCommit(log);
    wire.start();
  }

  public InetSocketAddress address() {
    return wire.address();
  }

  private void handle(Request request, Consumer<Reply> reply) {
    String path = request.path();
    boolean adding = path.equals("/add");
    boolean reading = request.method().equals("GET") || request.method().equals("HEAD");
    if (!adding && !path.equals("/checkpoint") && !path.startsWith("/tile/")) {
      reply.accept(Reply.text(404, "there are /checkpoint, /tile/... and /add\n"));
    } else if (adding ? !request.method().equals("POST") : !reading) {
      reply.accept(
          Reply.text(405, adding ? "POST an entry\n" : "read only\n")
              .with("Allow: " + (adding ? "POST" : "GET, HEAD")));
    } else if (adding) {
      add(request.body(), reply);
    } else if (path.equals("/checkpoint")) {
      reply.accept(new Reply(200, Reply.TEXT, log.note().bytes()).with("Cache-Control: no-cache"));
    } else {
      readers.execute(() -> reply.accept(tile(path)));
    }
  }

  private void add(byte[] entry, Consumer<Reply> reply) {
    try {
      commit
          .offer(entry)
          .whenComplete((index, failure) ->
              reply.accept(
                  failure == null
                      ? Reply.text(200, index + "\n")
                      : Reply.text(503, "the entry could not be kept\n")));
    } catch (RejectedExecutionException e) {
      reply.accept(Reply.text(503, e.getMessage() + "\n"));
    }
  }

  private Reply tile(String path) {
    try {
      Optional<byte[]> bytes = files.read(Tile.parse(path.substring(1)).path());
      return bytes
          .map(it ->
              new Reply(200, "Content-Type: application/octet-stream\r\n", it)
                  .with("Cache-Control: public, max-age=31536000, immutable"))
          .orElseGet(() -> Reply.text(404, "there is no such tile\n"));
    } catch (Refused e) {
      return Reply.text(400, e.place() + "\n");
    } catch (IOException | RuntimeException e) {
      return Reply.text(500, "the tile cannot be read\n");
    }
  }

  /// Stops listening and writes what was taken. The log stays open.
  @Override
  public void close() throws InterruptedException {
    wire.close();
    commit.close();
    readers.close();
  }
}

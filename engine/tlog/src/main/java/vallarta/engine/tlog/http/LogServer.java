package vallarta.engine.tlog.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
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

  private final HttpServer server;
  private final TileLog log;
  private final TileSource files;
  private final GroupCommit commit;

  /// @param files of the log, as it writes them
  public LogServer(InetSocketAddress address, TileLog log, TileSource files) throws IOException {
    this.server = Exchange.listen(address);
    this.log = log;
    this.files = files;
    this.commit = new GroupCommit(log);
    server.createContext("/add", this::add);
    server.createContext("/checkpoint", this::checkpoint);
    server.createContext("/tile/", this::tile);
    server.start();
  }

  public InetSocketAddress address() {
    return server.getAddress();
  }

  private void add(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      Exchange.answer(exchange, 405, "POST an entry\n");
      return;
    }
    byte[] entry = Exchange.body(exchange, TileLog.LONGEST_ENTRY);
    if (entry.length > TileLog.LONGEST_ENTRY) {
      Exchange.answer(exchange, 413, "an entry has at most " + TileLog.LONGEST_ENTRY + " bytes\n");
      return;
    }
    try {
      Exchange.answer(exchange, 200, commit.add(entry).get() + "\n");
    } catch (ExecutionException e) {
      Exchange.answer(exchange, 503, "the entry could not be kept\n");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      Exchange.answer(exchange, 503, "the log is closing\n");
    }
  }

  private void checkpoint(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Cache-Control", "no-cache");
    Exchange.answer(exchange, 200, "text/plain; charset=utf-8", log.note().bytes());
  }

  private void tile(HttpExchange exchange) throws IOException {
    Optional<byte[]> bytes;
    try {
      bytes = files.read(Tile.parse(exchange.getRequestURI().getPath().substring(1)).path());
    } catch (Refused e) {
      Exchange.answer(exchange, 400, e.place() + "\n");
      return;
    }
    if (bytes.isEmpty()) {
      Exchange.answer(exchange, 404, "there is no such tile\n");
      return;
    }
    exchange.getResponseHeaders().set("Cache-Control", "public, max-age=31536000, immutable");
    Exchange.answer(exchange, 200, "application/octet-stream", bytes.get());
  }

  /// Stops listening and writes what was taken. The log stays open.
  @Override
  public void close() throws InterruptedException {
    server.stop(0);
    commit.close();
  }
}

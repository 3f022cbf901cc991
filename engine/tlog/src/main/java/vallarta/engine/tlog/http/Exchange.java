package vallarta.engine.tlog.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/// What the small servers here have in common.
final class Exchange {

  static {
    // Thousands of writers keep their connections; the JDK closes all but 200 of them otherwise.
    System.setProperty("sun.net.httpserver.maxIdleConnections", "20000");
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private Exchange() {}

  static HttpServer listen(InetSocketAddress address) throws IOException {
    HttpServer server = HttpServer.create(address, 8192);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    return server;
  }

  static byte[] body(HttpExchange exchange, int longest) throws IOException {
    return exchange.getRequestBody().readNBytes(longest + 1);
  }

  static void answer(HttpExchange exchange, int status, String text) throws IOException {
    answer(exchange, status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  static void answer(HttpExchange exchange, int status, String type, byte[] bytes)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}

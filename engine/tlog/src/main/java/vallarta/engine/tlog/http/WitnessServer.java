package vallarta.engine.tlog.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import vallarta.engine.tlog.Refused;
import vallarta.engine.tlog.Witness;
import vallarta.engine.tlog.Witness.Answer;
import vallarta.engine.tlog.WitnessRequest;

/// A witness on the web: `POST /add-checkpoint` (C2SP tlog-witness).
public final class WitnessServer implements AutoCloseable {

  private final HttpServer server;
  private final Witness witness;
  private final Consumer<Answer> told;

  /// @param told takes each answer as it is given, for a log of its own
  public WitnessServer(InetSocketAddress address, Witness witness, Consumer<Answer> told)
      throws IOException {
    this.server = Exchange.listen(address);
    this.witness = witness;
    this.told = told;
    server.createContext("/add-checkpoint", this::add);
    server.start();
  }

  public InetSocketAddress address() {
    return server.getAddress();
  }

  private void add(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      Exchange.answer(exchange, 405, "POST a checkpoint\n");
      return;
    }
    byte[] body = Exchange.body(exchange, WitnessRequest.LONGEST);
    if (body.length > WitnessRequest.LONGEST) {
      Exchange.answer(exchange, 413, "the request is too long\n");
      return;
    }
    WitnessRequest request;
    try {
      request = WitnessRequest.parse(body);
    } catch (Refused e) {
      Exchange.answer(exchange, 400, e.place() + "\n");
      return;
    }
    Answer answer = witness.add(request);
    told.accept(answer);
    switch (answer) {
      case Answer.Cosigned it -> Exchange.answer(exchange, 200, it.cosignature() + "\n");
      case Answer.Conflict it ->
          Exchange.answer(
              exchange,
              409,
              "text/x.tlog.size",
              (it.known() + "\n").getBytes(StandardCharsets.UTF_8));
      case Answer.Declined it -> Exchange.answer(exchange, status(it), it.why() + "\n");
    }
  }

  private static int status(Answer.Declined declined) {
    return switch (declined.reason()) {
      case WRONG_ORIGIN -> 404;
      case UNKNOWN_KEY, BAD_SIGNATURE -> 403;
      case INCONSISTENT -> 422;
      default -> 400;
    };
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

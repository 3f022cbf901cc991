package vallarta.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import vallarta.engine.tlog.DirectorySource;
import vallarta.engine.tlog.LogKey;
import vallarta.engine.tlog.TileLog;
import vallarta.engine.tlog.http.LogServer;

/// A log on a port of this machine, for a load generator beside it.
///
/// Usage: `LogServing FOLDER PORT`: the folder of a new log, with a key that is forgotten after it.
/// The load is `wrk` with `src/main/wrk/add.lua`.
final class LogServing {

  private LogServing() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    TileLog log = TileLog.open(folder, LogKey.generate("bench.example/log"));
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]));
    LogServer server = new LogServer(address, log, new DirectorySource(folder));
    System.out.println(server.address().getPort());
  }
}

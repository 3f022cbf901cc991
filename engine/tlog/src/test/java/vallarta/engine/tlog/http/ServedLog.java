package vallarta.engine.tlog.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import vallarta.engine.tlog.DirectorySource;
import vallarta.engine.tlog.LogKey;
import vallarta.engine.tlog.TileLog;

/// A log on a port of this machine, as a process of its own that others may kill.
public final class ServedLog {

  private ServedLog() {}

  /// Usage: `ServedLog FOLDER KEY`: prints the port when it listens, and stays until it is ended.
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    LogKey key = LogKey.parse(Files.readString(Path.of(arguments[1])));
    TileLog log = TileLog.open(folder, key);
    LogServer server =
        new LogServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            log,
            new DirectorySource(folder));
    System.out.println(server.address().getPort());
  }
}

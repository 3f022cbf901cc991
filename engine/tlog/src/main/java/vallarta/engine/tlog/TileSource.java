package vallarta.engine.tlog;

import java.io.IOException;
import java.util.Optional;

/// Where the files of a log are read: a folder, a web server, an archive.
@FunctionalInterface
public interface TileSource {

  /// The bytes of a file by its path under the prefix of the log, empty when it is not there.
  Optional<byte[]> read(String path) throws IOException;
}

package vallarta.compact.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vallarta.compact.access.OpenToAll;
import vallarta.engine.tlog.DirectorySource;
import vallarta.engine.tlog.Refused;
import vallarta.engine.tlog.Tile;
import vallarta.engine.tlog.TileLog;

/// The files of the log under `/record` (C2SP tlog-tiles), and whom to believe. A plain web server
/// over the folder could answer the same.
@RestController
@OpenToAll
class RecordFiles {

  private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=utf-8");

  private final LogFiles files;

  RecordFiles(LogFiles files) {
    this.files = files;
  }

  @GetMapping("/record/checkpoint")
  ResponseEntity<byte[]> checkpoint() throws IOException {
    return open(read(TileLog.CHECKPOINT), TEXT, CacheControl.noCache());
  }

  /// Whatever is under a checkpoint never changes.
  @GetMapping("/record/tile/{*path}")
  ResponseEntity<byte[]> tile(@PathVariable String path) throws IOException {
    Optional<byte[]> bytes;
    try {
      bytes = read(Tile.parse("tile" + path).path());
    } catch (Refused e) {
      return ResponseEntity.notFound().build();
    }
    return open(
        bytes,
        MediaType.APPLICATION_OCTET_STREAM,
        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
  }

  /// The public key as C2SP signed-note writes it.
  @GetMapping("/record/vkey")
  ResponseEntity<byte[]> key() throws IOException {
    return open(
        Optional.of((files.key().verifier() + "\n").getBytes(StandardCharsets.UTF_8)),
        TEXT,
        CacheControl.noCache());
  }

  private Optional<byte[]> read(String path) throws IOException {
    return new DirectorySource(files.log()).read(path);
  }

  private static ResponseEntity<byte[]> open(
      Optional<byte[]> bytes, MediaType type, CacheControl cache) {
    return bytes
        .map(it ->
            ResponseEntity.ok()
                .contentType(type)
                .cacheControl(cache)
                .header("Access-Control-Allow-Origin", "*")
                .body(it))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}

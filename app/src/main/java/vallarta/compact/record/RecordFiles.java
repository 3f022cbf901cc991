package vallarta.compact.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
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

  private static final Pattern GZIP =
      Pattern.compile("(?i)(^|[, ])gzip(?! *; *q=0(\\.0*)? *(,|$))");

  private final LogFiles files;

  RecordFiles(LogFiles files) {
    this.files = files;
  }

  @GetMapping("/record/checkpoint")
  ResponseEntity<byte[]> checkpoint() throws IOException {
    return open(read(TileLog.CHECKPOINT), TEXT, CacheControl.noCache());
  }

  /// Whatever is under a checkpoint never changes. Bundles of entries are text and travel
  /// compressed to whoever takes gzip; tiles are hashes, which nothing makes shorter.
  @GetMapping("/record/tile/{*path}")
  ResponseEntity<byte[]> tile(
      @PathVariable String path,
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings)
      throws IOException {
    Tile tile;
    try {
      tile = Tile.parse("tile" + path);
    } catch (Refused e) {
      return ResponseEntity.notFound().build();
    }
    ResponseEntity<byte[]> plain =
        open(
            read(tile.path()),
            MediaType.APPLICATION_OCTET_STREAM,
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    return path.startsWith("/entries/") ? compressed(plain, encodings) : plain;
  }

  private static ResponseEntity<byte[]> compressed(ResponseEntity<byte[]> plain, String encodings)
      throws IOException {
    byte[] body = plain.getBody();
    if (body == null) {
      return plain;
    }
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok().headers(plain.getHeaders()).varyBy(HttpHeaders.ACCEPT_ENCODING);
    if (!GZIP.matcher(encodings).find()) {
      return answer.body(body);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 2);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    return answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(bytes.toByteArray());
  }

  /// The public key as C2SP signed-note writes it.
  @GetMapping("/record/vkey")
  ResponseEntity<byte[]> key() throws IOException {
    return open(
        Optional.of((files.key().verifier() + "\n").getBytes(StandardCharsets.UTF_8)),
        TEXT,
        CacheControl.noCache());
  }

  /// Whom this record believes, to begin a policy of one's own with (C2SP tlog-policy).
  @GetMapping("/record/policy")
  ResponseEntity<byte[]> policy() throws IOException {
    return open(
        Optional.of(files.policyText().getBytes(StandardCharsets.UTF_8)),
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

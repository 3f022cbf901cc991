package vallarta.compact.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vallarta.compact.access.OpenToAll;

/// Whether the process lives, and whether it can do its work: for whoever watches over it. Both
/// tell nothing secret.
@RestController
@OpenToAll
class HealthProbes {

  /// Below this much free space the data folder takes no more inputs.
  private static final long FREE_BYTES = 200L << 20;

  private final Revision revision;
  private final DataFolder folder;
  private final List<Readiness> needs;

  HealthProbes(Revision revision, DataFolder folder, List<Readiness> needs) {
    this.revision = revision;
    this.folder = folder;
    this.needs = needs;
  }

  @GetMapping(path = "/livez", produces = MediaType.TEXT_PLAIN_VALUE)
  String live() {
    return "alive\n";
  }

  /// 200 when the database answers with its schema in place, the disk has room and nothing that is
  /// needed is missing, else 503 with what is wrong.
  @GetMapping(path = "/readyz", produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> ready() {
    try {
      revision.current();
    } catch (DataAccessException e) {
      return ResponseEntity.status(503).body("the database does not answer\n");
    }
    try {
      if (Files.getFileStore(folder.root()).getUsableSpace() < FREE_BYTES) {
        return ResponseEntity.status(503).body("the data folder is nearly full\n");
      }
    } catch (IOException e) {
      return ResponseEntity.status(503).body("the data folder cannot be reached\n");
    }
    return needs.stream()
        .flatMap(it -> it.hindrance().stream())
        .findFirst()
        .map(it -> ResponseEntity.status(503).body(it + "\n"))
        .orElseGet(() -> ResponseEntity.ok("ready\n"));
  }
}

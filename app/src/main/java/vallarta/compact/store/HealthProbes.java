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

  @GetMapping("/livez")
  ResponseEntity<String> live() {
    return answer(200, "alive");
  }

  /// 200 when the database answers with its schema in place, the disk has room and nothing that is
  /// needed is missing, else 503 with what is wrong.
  @GetMapping("/readyz")
  ResponseEntity<String> ready() {
    try {
      revision.current();
    } catch (DataAccessException e) {
      return answer(503, "the database does not answer");
    }
    try {
      if (Files.getFileStore(folder.root()).getUsableSpace() < FREE_BYTES) {
        return answer(503, "the data folder is nearly full");
      }
    } catch (IOException e) {
      return answer(503, "the data folder cannot be reached");
    }
    return needs.stream()
        .flatMap(it -> it.hindrance().stream())
        .findFirst()
        .map(it -> answer(503, it))
        .orElseGet(() -> answer(200, "ready"));
  }

  private static ResponseEntity<String> answer(int status, String word) {
    return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(word + "\n");
  }
}

package vallarta.compact.stocktaking.point;

import java.util.Map;
import org.springframework.http.HttpStatus;
import vallarta.compact.web.DomainFailure;

/// Somebody else changed a point since it was seen. Nothing was written, and both versions are
/// here.
final class Conflict extends DomainFailure {

  private static final long serialVersionUID = 1;

  private final transient Point theirs;
  private final transient Wording mine;

  Conflict(Point theirs, Wording mine) {
    super(
        "STOC-028",
        "stocktaking.failure.changed",
        Map.of("name", theirs.changedBy(), "point", theirs.ref()),
        HttpStatus.PRECONDITION_FAILED);
    this.theirs = theirs;
    this.mine = mine;
  }

  Point theirs() {
    return theirs;
  }

  Wording mine() {
    return mine;
  }
}

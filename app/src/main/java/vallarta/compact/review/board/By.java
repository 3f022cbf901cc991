package vallarta.compact.review.board;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vallarta.compact.web.DomainFailure;

/// What the rows of a board are.
enum By {
  ACTORS,
  DIMENSIONS,
  OBJECTIVES,
  THEMES;

  /// The board of that word in an address.
  ///
  /// @throws DomainFailure answered with 404
  static By of(String tag) {
    return Arrays.stream(values())
        .filter(it -> it.tag().equals(tag))
        .findFirst()
        .orElseThrow(() ->
            new DomainFailure(
                "REV-300", "review.failure.no-board", Map.of("board", tag), HttpStatus.NOT_FOUND));
  }

  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}

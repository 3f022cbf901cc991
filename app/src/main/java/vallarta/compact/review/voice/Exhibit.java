package vallarta.compact.review.voice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of evidence beside a parallel report: a link or a file.
///
/// @param url of a link, empty for a file
/// @param sha256 of the bytes of a file, empty for a link
/// @param type one of [#TYPES]
/// @param independence one of [#INDEPENDENCE]
/// @param dated of when it is, null when nobody said
record Exhibit(
    long id,
    String title,
    String url,
    String sha256,
    String mediaType,
    long bytes,
    String type,
    String independence,
    @Nullable LocalDate dated) {

  static final List<String> TYPES =
      List.of("law", "budget", "statistics", "study", "record", "press", "testimony", "other");

  static final List<String> INDEPENDENCE = List.of("own", "third-party", "official-statistics");

  boolean isFile() {
    return url.isEmpty();
  }

  /// How the public record holds it.
  String line() {
    return String.join(" | ", title, type, independence, isFile() ? "sha256 " + sha256 : url);
  }
}

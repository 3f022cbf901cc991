package vallarta.compact.review.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a report or a parallel report rests on: a file or a link, with what it is and who made it.
///
/// @param id number, 0 for one that is not written yet
/// @param file whether it is a file that is kept here; else it is a link
/// @param url empty for a file
/// @param sha256 of the bytes of a file, in hexadecimal; empty for a link
/// @param mediaType found in the bytes of a file
/// @param type word of [#TYPES]
/// @param independence word of [#INDEPENDENCE]: who made it
/// @param dated of when it is, null when nobody said it
public record Evidence(
    long id,
    boolean file,
    String title,
    String url,
    String sha256,
    String mediaType,
    long bytes,
    String type,
    String independence,
    @Nullable LocalDate dated) {

  public static final List<String> TYPES =
      List.of("law", "budget", "statistics", "study", "record", "press", "testimony", "other");

  public static final List<String> INDEPENDENCE =
      List.of("own", "third-party", "official-statistics");

  /// All of it in one line, for the record and for tables.
  String line() {
    return String.join(
        " | ",
        file ? "file sha256:" + sha256 : "link " + url,
        title,
        type,
        independence,
        dated == null ? "" : dated.toString());
  }
}

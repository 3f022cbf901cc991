package vallarta.compact.stocktaking.point;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One published version of the summary of a session.
///
/// @param id number in the register
/// @param session number of the session
/// @param version from 1
/// @param isFinal whether it is the last word; else it is a draft
/// @param objectionsUntil of a draft: until when participants may ask to correct it
/// @param reason why there is this version, or empty
/// @param points as they read in it, in their order; those that were left out since the version
///   before come last
public record Summary(
    long id,
    long session,
    int version,
    boolean isFinal,
    Instant publishedAt,
    @Nullable Instant objectionsUntil,
    String reason,
    List<Kept> points) {

  private static final int LABEL = 60;

  /// A point as it reads in a summary.
  ///
  /// @param point its number
  /// @param sources references of statements (`S-12`)
  /// @param leftOut whether it stood in the version before and no longer does
  public record Kept(long point, Wording wording, List<String> sources, boolean leftOut) {

    public String ref() {
      return "PT-" + point;
    }

    /// Its reference and how it begins, for a list to choose from.
    String label() {
      String text = wording.text();
      int[] begin = text.codePoints().limit(LABEL).toArray();
      return ref() + " " + new String(begin, 0, begin.length) + (text.length() > LABEL ? "…" : "");
    }
  }

  /// Its reference in the public record: `SM-3`.
  public String ref() {
    return "SM-" + id;
  }

  /// The points that stand in it.
  public List<Kept> standing() {
    return points.stream().filter(it -> !it.leftOut()).toList();
  }

  public boolean takesObjectionsAt(Instant at) {
    return objectionsUntil != null && !isFinal && at.isBefore(objectionsUntil);
  }
}

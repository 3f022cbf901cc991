package vallarta.compact.review;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where a commitment stands: derived from what its actors reported and did not report, never typed
/// in. Silence comes first, because it is what whoever asks must see first.
public enum Standing {
  /// Nobody reported, or nobody since a report fell due and was flagged.
  NO_REPORT,
  STALLED,
  PLANNED,
  UNDER_WAY,
  MOSTLY_DONE,
  DONE,
  WITHDRAWN;

  /// How one commitment stands now.
  ///
  /// @param since when it came to stand so
  /// @param lastReport when an actor's newest report was published, null while there is none
  /// @param overdue whether a duty to report is flagged in public
  public record Now(
      Standing standing, Instant since, @Nullable Instant lastReport, boolean overdue) {}

  /// The one of that word.
  public static Standing of(String tag) {
    return valueOf(tag.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// The word in tables, addresses and keys: `no-report`.
  public String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

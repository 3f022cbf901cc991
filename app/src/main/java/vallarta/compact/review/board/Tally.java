package vallarta.compact.review.board;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vallarta.compact.review.Standing;

/// How many commitments stand how.
///
/// @param overdue of how many a report is flagged as overdue
/// @param silentSince since when the one that is silent longest has been so, null when none is
/// @param changed when one of them last came to stand otherwise, null when there is none
record Tally(
    Map<Standing, Integer> counts,
    int overdue,
    @Nullable Instant silentSince,
    @Nullable Instant changed) {

  static final Tally NONE = new Tally(Map.of(), 0, null, null);

  Tally {
    counts = Map.copyOf(counts);
  }

  int count(Standing standing) {
    return counts.getOrDefault(standing, 0);
  }

  /// All of them, withdrawn ones too: a promise that was taken back was made.
  int all() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// What part of all stands so, 0 to 1.
  double share(Standing standing) {
    return all() == 0 ? 0 : (double) count(standing) / all();
  }

  Tally with(
      Standing standing,
      int count,
      int overdueToo,
      @Nullable Instant silent,
      @Nullable Instant latest) {
    Map<Standing, Integer> more = new EnumMap<>(Standing.class);
    more.putAll(counts);
    more.merge(standing, count, Integer::sum);
    return new Tally(
        more, overdue + overdueToo, earlier(silentSince, silent), later(changed, latest));
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || other != null && other.isBefore(one) ? other : one;
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return one == null || other != null && other.isAfter(one) ? other : one;
  }
}

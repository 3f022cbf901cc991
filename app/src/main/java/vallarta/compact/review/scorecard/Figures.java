package vallarta.compact.review.scorecard;

import java.util.List;
import java.util.Map;

/// The figures of a measure with the rows behind them.
interface Figures {

  /// How many come under each verdict.
  Map<String, Long> counts();

  /// How many rows are behind a verdict, or behind all when it is empty.
  int size(String verdict);

  /// Some of those rows.
  List<Line> lines(String verdict, int from, int most);

  default long count(String verdict) {
    return counts().getOrDefault(verdict, 0L);
  }

  /// The measure of every figure: all things of the kind.
  default long all() {
    return counts().values().stream().mapToLong(Long::longValue).sum();
  }

  /// What part of all comes under a verdict, 0 to 1.
  default double share(String verdict) {
    return all() == 0 ? 0 : (double) count(verdict) / all();
  }
}

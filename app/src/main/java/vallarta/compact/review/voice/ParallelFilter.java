package vallarta.compact.review.voice;

import java.util.List;
import java.util.Map;

/// Which parallel reports are asked for; what is empty lets all through.
///
/// @param commitment reference of a commitment: `CM-31`
/// @param agrees word of [Agrees]
/// @param by key of whoever wrote or signed it
record ParallelFilter(String commitment, String agrees, String by) {

  static final List<String> NAMES = List.of("commitment", "agrees", "by");

  static final ParallelFilter ALL = new ParallelFilter("", "", "");

  static ParallelFilter of(Map<String, String> parameters) {
    return new ParallelFilter(
        parameters.getOrDefault("commitment", "").strip(),
        parameters.getOrDefault("agrees", "").strip(),
        parameters.getOrDefault("by", "").strip());
  }

  boolean isNarrow() {
    return !equals(ALL);
  }
}

package vallarta.compact.search;

import java.util.List;

/// One page of what was found.
///
/// @param total how many documents match
/// @param hits those of the page, the best first
/// @param literal whether the query was no valid one and its words were taken as they stand
public record Hits(long total, List<Hit> hits, boolean literal) {

  static final Hits NONE = new Hits(0, List.of(), false);
}

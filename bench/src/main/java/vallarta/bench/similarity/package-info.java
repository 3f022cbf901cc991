/// Measures the grouping of near-duplicates: texts of invented campaigns with a known truth, the
/// exact answer by comparing all pairs, and what others would use instead, on the same files with
/// the same clock.
@NullMarked
package vallarta.bench.similarity;

import org.jspecify.annotations.NullMarked;

/// The scorecard: five principles, each by measures that are computed from the records, with their
/// query, their date and the rows behind them. No score merges them.
@NullMarked
package vallarta.compact.review.scorecard;

import org.jspecify.annotations.NullMarked;

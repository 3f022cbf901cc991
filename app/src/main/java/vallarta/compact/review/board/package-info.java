/// Boards: how the commitments of each actor, dimension, objective and theme stand, whose report is
/// overdue, and which fall due next.
@NullMarked
package vallarta.compact.review.board;

import org.jspecify.annotations.NullMarked;

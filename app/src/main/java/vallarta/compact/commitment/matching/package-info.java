/// Needs and offers of commitments, the matches of both, and the links between commitments.
@NullMarked
package vallarta.compact.commitment.matching;

import org.jspecify.annotations.NullMarked;

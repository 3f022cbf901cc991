/// What came out of a meeting: proposed commitments with their means, the chair's summary, and what
/// became of each statement.
@NamedInterface("outcome")
@NullMarked
package vallarta.compact.stocktaking.outcome;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

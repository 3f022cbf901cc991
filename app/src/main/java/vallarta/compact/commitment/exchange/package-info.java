/// Commitments in and out as tables, in one shape: what is exported can be imported again and
/// changes nothing.
@NullMarked
package vallarta.compact.commitment.exchange;

import org.jspecify.annotations.NullMarked;

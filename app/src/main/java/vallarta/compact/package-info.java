/// Vallarta, the stocktaking, accountability and follow-up system of a compact.
@NullMarked
package vallarta.compact;

import org.jspecify.annotations.NullMarked;

/// Daily work on the list of commitments: many are selected, seen as they would read, and changed
/// together or not at all; what is looked at often is kept under a name.
@NullMarked
package vallarta.compact.commitment.batch;

import org.jspecify.annotations.NullMarked;

/// How well texts are coded: statements that experts have labelled, and the figures that compare
/// codes with labels.
@NullMarked
package vallarta.testkit.coding;

import org.jspecify.annotations.NullMarked;

/// What the tests of all modules share.
@NullMarked
package vallarta.testkit;

import org.jspecify.annotations.NullMarked;

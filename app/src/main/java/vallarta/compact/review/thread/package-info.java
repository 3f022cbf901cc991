/// The thread of every object: what it comes from and what came of it, and where it is cut.
@NullMarked
package vallarta.compact.review.thread;

import org.jspecify.annotations.NullMarked;

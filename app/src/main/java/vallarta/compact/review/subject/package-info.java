/// Everything there is of one actor, one dimension or one theme: what was said, what was promised,
/// where it stands, and what is missing.
@NullMarked
package vallarta.compact.review.subject;

import org.jspecify.annotations.NullMarked;

/// What changes, for whoever wants to know: by mail or feed for one object and what came of it, and
/// for everything between two dates.
@NullMarked
package vallarta.compact.review.follow;

import org.jspecify.annotations.NullMarked;

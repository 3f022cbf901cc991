/// Independent review: which of the commitments that are declared done are looked at, by whom, what
/// two reviewers found without knowing of each other, and what everybody can read of it.
@NullMarked
package vallarta.compact.review.cycle;

import org.jspecify.annotations.NullMarked;

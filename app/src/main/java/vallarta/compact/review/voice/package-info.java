/// What others than its actors say of a commitment, what the actors answer, and the page on which
/// all of it stands side by side at equal size. No figure merges the voices.
@NullMarked
package vallarta.compact.review.voice;

import org.jspecify.annotations.NullMarked;

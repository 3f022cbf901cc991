/// Splits a text into passages and finds the statements among them.
@NullMarked
package vallarta.compact.consultation.passage;

import org.jspecify.annotations.NullMarked;

/// Splits a text into passages and finds the statements among them.
@NamedInterface("passage")
@NullMarked
package vallarta.compact.consultation.passage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/// Reads a file into text, pages and blocks, in a process of its own, within limits.
@NamedInterface("reading")
@NullMarked
package vallarta.compact.consultation.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

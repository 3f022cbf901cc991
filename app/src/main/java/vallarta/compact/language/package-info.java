/// The six languages of the process: which one a text is in, and the interface strings in each.
@NullMarked
package vallarta.compact.language;

import org.jspecify.annotations.NullMarked;

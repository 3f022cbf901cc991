/// The thesaurus and the dimensions, and the codes that their words suggest.
@NullMarked
package vallarta.compact.consultation.coding;

import org.jspecify.annotations.NullMarked;

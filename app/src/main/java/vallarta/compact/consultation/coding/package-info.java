/// The thesaurus and the dimensions, and the codes that their words suggest.
@NamedInterface("coding")
@NullMarked
package vallarta.compact.consultation.coding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

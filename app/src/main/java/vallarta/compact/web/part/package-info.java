/// The parts that pages are made of: templates with what they take. They know words and addresses,
/// and no request.
@NamedInterface("part")
@NullMarked
package vallarta.compact.web.part;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

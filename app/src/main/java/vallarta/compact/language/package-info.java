/// The six languages of the process: which one a text is in, and the sentences of the interface in
/// each.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vallarta.compact.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

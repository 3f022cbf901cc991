/// Who may call what: every endpoint says so itself, and one that does not is closed.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vallarta.compact.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

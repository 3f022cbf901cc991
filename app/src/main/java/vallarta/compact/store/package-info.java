/// The store: the data folder, the original files, and the PostgreSQL that is started in it or
/// connected to.
@ApplicationModule(allowedDependencies = {"access"})
@NullMarked
package vallarta.compact.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

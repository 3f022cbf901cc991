/// The description of the programming interface: every page that shows data gives it at its own
/// address, and the stages say here what it holds.
@ApplicationModule(allowedDependencies = {"access", "cli"})
@NullMarked
package vallarta.compact.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

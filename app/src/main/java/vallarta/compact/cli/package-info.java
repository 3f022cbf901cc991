/// The command line: one front door, into which the stages plug their commands.
@ApplicationModule(allowedDependencies = {"store", "language", "table"})
@NullMarked
package vallarta.compact.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// Stage 1: who takes part. For now the stakeholders from whom inputs come.
@ApplicationModule(allowedDependencies = {"record", "language", "table", "store", "cli"})
@NullMarked
package vallarta.compact.participation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

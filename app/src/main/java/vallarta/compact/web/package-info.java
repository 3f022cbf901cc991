/// The shell of all pages: address, language, layout, errors. It knows no stage: stages plug in.
@ApplicationModule(allowedDependencies = {"language", "table", "access"})
@NullMarked
package vallarta.compact.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// Stage 2: consultations, the inputs they received, the statements found in them, and the codes
/// laid on those.
@ApplicationModule(
    allowedDependencies = {
      "participation",
      "record",
      "store",
      "language",
      "table",
      "web",
      "web :: part",
      "access",
      "api",
      "cli",
      "search",
      "account",
      "mail",
      "document"
    })
@NullMarked
package vallarta.compact.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

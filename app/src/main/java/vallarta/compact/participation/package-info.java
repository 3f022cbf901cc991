/// Stage 1: who takes part. States and organisations, persons and their mandates, meetings and
/// sessions.
@ApplicationModule(
    allowedDependencies = {
      "record",
      "language",
      "table",
      "store",
      "cli",
      "web",
      "web :: part",
      "access",
      "account",
      "document",
      "api"
    })
@NullMarked
package vallarta.compact.participation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

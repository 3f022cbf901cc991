/// Stage 5: what was promised, by whom, until when, with what means, and what it answers.
@ApplicationModule(
    allowedDependencies = {
      "participation",
      "participation :: meeting",
      "consultation",
      "consultation :: coding",
      "consultation :: passage",
      "stocktaking :: point",
      "stocktaking :: outcome",
      "record",
      "search",
      "store",
      "language",
      "table",
      "web",
      "web :: part",
      "access",
      "account",
      "mail",
      "document",
      "api",
      "cli"
    })
@NullMarked
package vallarta.compact.commitment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

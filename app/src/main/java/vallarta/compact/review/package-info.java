/// Stage 10: what came of what was promised: reports, parallel reports, assessments, standings,
/// boards and the scorecard.
@ApplicationModule(
    allowedDependencies = {
      "participation",
      "participation :: meeting",
      "consultation",
      "consultation :: coding",
      "consultation :: passage",
      "stocktaking",
      "stocktaking :: point",
      "stocktaking :: outcome",
      "commitment",
      "commitment :: framework",
      "practice",
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
package vallarta.compact.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

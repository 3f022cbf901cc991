/// Stage 9: practices that others can take up, and the lab, where they are told as talks.
@ApplicationModule(
    allowedDependencies = {
      "participation",
      "participation :: meeting",
      "record",
      "search",
      "consultation",
      "consultation :: coding",
      "consultation :: passage",
      "store",
      "language",
      "table",
      "web",
      "web :: part",
      "access",
      "api",
      "cli"
    })
@NullMarked
package vallarta.compact.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// Stage 3: what was said, taken together: groups of statements that say nearly the same, the
/// matrix of dimensions and themes, and who was not heard.
@ApplicationModule(
    allowedDependencies = {
      "participation",
      "participation :: floor",
      "participation :: meeting",
      "participation :: registration",
      "record",
      "search",
      "consultation",
      "consultation :: coding",
      "consultation :: passage",
      "consultation :: reading",
      "store",
      "language",
      "table",
      "web",
      "web :: part",
      "access",
      "account",
      "api",
      "cli",
      "document"
    })
@NullMarked
package vallarta.compact.stocktaking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// Stage 11: the public record. Every published act becomes an entry of a log that nobody can
/// rewrite and anyone can check.
@ApplicationModule(
    allowedDependencies = {
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
package vallarta.compact.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

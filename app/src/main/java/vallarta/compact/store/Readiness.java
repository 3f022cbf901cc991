package vallarta.compact.store;

import java.util.Optional;

/// Something without which the process cannot do its work: a bean of whoever needs it.
public interface Readiness {

  /// What is wrong, with nothing secret in it; empty when all is well.
  Optional<String> hindrance();
}

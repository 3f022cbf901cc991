package vallarta.compact.record;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vallarta.compact.store.Readiness;

/// What keeps entries from going into the log: told on standard error once, and to whoever watches
/// over the process.
@Component
final class Trouble implements Readiness {

  private volatile @Nullable String told;

  void tell(String what) {
    if (!what.equals(told)) {
      told = what;
      System.err.println("vallarta: the public record: " + what);
    }
  }

  void over() {
    told = null;
  }

  @Nullable String told() {
    return told;
  }

  @Override
  public Optional<String> hindrance() {
    return Optional.ofNullable(told).map(it -> "the public record: " + it);
  }
}

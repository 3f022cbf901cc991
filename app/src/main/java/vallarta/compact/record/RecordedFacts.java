package vallarta.compact.record;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What a stage has published, as its rows have it now: a bean of each stage that enters acts. The
/// fields come from the code that makes the acts, so that record and rows can be compared.
public interface RecordedFacts {

  /// The letters before the numbers of its objects: `S-`.
  Set<String> kinds();

  /// The act by which an object like this one is first published.
  ActType act(Facts facts);

  /// Hands over every published object, straight from the store.
  void forEach(Consumer<Facts> each);

  /// The path of the page of an object without the language, empty where it has none.
  default Optional<String> page(Entry entry) {
    return Optional.empty();
  }
}

package vallarta.compact.participation.floor;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The speakers' list of a session as it stands in one version.
///
/// @param open whether the floor can be asked for
/// @param limit of a turn that is given no other
/// @param turns all of them, in their order
record SpeakersList(boolean open, Duration limit, long version, List<Turn> turns) {

  /// The list of a session in which nothing happened yet.
  static final SpeakersList EMPTY = new SpeakersList(false, Duration.ofMinutes(3), 0, List.of());

  /// Who has the floor.
  Optional<Turn> speaker() {
    return in(Turn.State.SPEAKING).stream().findFirst();
  }

  /// Who waits for it, the next one first.
  List<Turn> waiting() {
    return in(Turn.State.WAITING);
  }

  /// Who spoke already, the last one first.
  List<Turn> spoke() {
    return turns.stream()
        .filter(it -> it.state() == Turn.State.DONE || it.state() == Turn.State.YIELDED)
        .sorted(Comparator.comparing(Turn::began).reversed())
        .toList();
  }

  Optional<Turn> find(long id) {
    return turns.stream().filter(it -> it.id() == id).findFirst();
  }

  private List<Turn> in(Turn.State state) {
    return turns.stream().filter(it -> it.state() == state).toList();
  }
}

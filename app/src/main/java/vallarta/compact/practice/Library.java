package vallarta.compact.practice;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.Stakeholders;
import vallarta.compact.search.Hit;
import vallarta.compact.search.SearchIndex;

/// The practices that are offered, each with its owner: found by words, and by what they are about.
@Service
class Library {

  /// The most practices that one search finds.
  private static final int MOST = 1_000;

  /// A practice with whose it is.
  record Item(Practice it, Stakeholder owner) {}

  private final Practices practices;
  private final Stakeholders stakeholders;
  private final SearchIndex index;

  Library(Practices practices, Stakeholders stakeholders, SearchIndex index) {
    this.practices = practices;
    this.stakeholders = stakeholders;
    this.index = index;
  }

  /// Those that the filter lets through: the best hits first, without words the newest first.
  List<Item> list(PracticeFilter filter) {
    return ordered(filter.q()).filter(it -> filter.takes(it.it().told(), it.owner())).toList();
  }

  /// Those that were told in a session.
  List<Item> ofSession(String session) {
    return items(practices.offered())
        .filter(it -> it.it().told().session().equals(session))
        .toList();
  }

  /// Those that answer a statement.
  List<Item> ofStatement(String statement) {
    return items(practices.offered())
        .filter(it -> it.it().told().statements().contains(statement))
        .toList();
  }

  /// These practices with their owners, in their order.
  Stream<Item> items(List<Practice> some) {
    Map<String, Stakeholder> owners = stakeholders.list();
    return some.stream()
        .map(it -> new Item(it, Objects.requireNonNull(owners.get(it.told().owner()))));
  }

  /// How many there are of each topic, topics without one left out.
  static Map<Topic, Integer> topics(List<Item> items) {
    Map<Topic, Integer> counts = new EnumMap<>(Topic.class);
    items.forEach(it ->
        Topic.find(it.it().told().topic())
            .ifPresent(topic -> counts.merge(topic, 1, Integer::sum)));
    return counts;
  }

  private Stream<Item> ordered(String words) {
    List<Practice> offered = practices.offered();
    if (words.isEmpty()) {
      return items(offered.stream().sorted(Comparator.comparing(Practice::id).reversed()).toList());
    }
    Map<String, Practice> byRef =
        offered.stream().collect(Collectors.toMap(Practice::ref, Function.identity()));
    return items(
        index.search(words, PracticeSearch.TYPE, 0, MOST).hits().stream()
            .map(Hit::id)
            .flatMap(ref -> Stream.ofNullable(byRef.get(ref)))
            .toList());
  }
}

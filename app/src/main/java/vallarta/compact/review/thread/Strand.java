package vallarta.compact.review.thread;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The thread through one object: what it comes from, itself, and what came of it, place by place.
final class Strand {

  private final Place place;
  private final String ref;
  private final Map<Place, Map<String, Tied>> tied = new EnumMap<>(Place.class);

  Strand(Place place, String ref) {
    this.place = place;
    this.ref = ref;
  }

  void tie(Tied it) {
    tied.computeIfAbsent(it.place(), at -> new LinkedHashMap<>()).put(it.ref(), it);
  }

  /// The place of the object itself.
  Place place() {
    return place;
  }

  String ref() {
    return ref;
  }

  /// What is tied at a place, in its order there.
  List<Tied> at(Place where) {
    return List.copyOf(tied.getOrDefault(where, Map.of()).values());
  }

  boolean has(Place where) {
    return tied.containsKey(where);
  }

  /// Whether nothing is tied before that place.
  boolean beginsAt(Place where) {
    return tied.keySet().stream().allMatch(it -> it.compareTo(where) >= 0);
  }

  List<String> refs(Place where) {
    return List.copyOf(tied.getOrDefault(where, Map.of()).keySet());
  }

  /// All that is tied, in the order in which the thread runs.
  List<Tied> all() {
    return tied.values().stream().map(Map::values).flatMap(Collection::stream).toList();
  }

  /// References of the object and of all that comes after it.
  List<String> ahead() {
    List<String> refs = new ArrayList<>(List.of(ref));
    tied.forEach((at, things) -> {
      if (at.compareTo(place) > 0) {
        refs.addAll(things.keySet());
      }
    });
    return List.copyOf(refs);
  }
}

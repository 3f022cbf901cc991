package vallarta.engine.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/// Groups by the definition, every pair compared: what [Grouping] must find.
final class AllPairs {

  private final Map<Long, Features> texts = new TreeMap<>();
  private final Similarity similarity;

  AllPairs(Map<Long, String> texts, Similarity similarity) {
    texts.forEach((key, text) -> this.texts.put(key, Features.of(text)));
    this.similarity = similarity;
  }

  List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    List<Group> singles = new ArrayList<>();
    for (List<Long> component : components()) {
      List<Group> of = settled(component);
      boolean isSingle = !similarity.isTold() && component.size() < 3 && versions(component) == 1;
      (isSingle ? singles : groups).addAll(of);
    }
    Map<Long, List<Long>> members = new TreeMap<>();
    Map<Long, Long> medoids = new TreeMap<>();
    groups.forEach(it -> members.put(it.id(), new ArrayList<>(it.members())));
    groups.forEach(it -> medoids.put(it.id(), it.representative()));
    for (Group single : singles) {
      long host = host(single, groups);
      medoids.putIfAbsent(host, host);
      members.computeIfAbsent(host, it -> new ArrayList<>()).addAll(single.members());
    }
    return members.entrySet().stream()
        .map(it ->
            new Group(
                it.getKey(),
                medoids.getOrDefault(it.getKey(), it.getKey()),
                it.getValue().stream().sorted().toList()))
        .toList();
  }

  private List<List<Long>> components() {
    List<Long> keys = List.copyOf(texts.keySet());
    Forest forest = new Forest();
    forest.grow(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (similarity.alike(of(keys.get(i)), of(keys.get(j)))) {
          forest.join(i, j);
        }
      }
    }
    Map<Integer, List<Long>> components = new TreeMap<>();
    for (int i = 0; i < keys.size(); i++) {
      components.computeIfAbsent(forest.find(i), root -> new ArrayList<>()).add(keys.get(i));
    }
    return List.copyOf(components.values());
  }

  private Features of(long key) {
    return texts.computeIfAbsent(key, it -> Features.of(""));
  }

  private long versions(List<Long> component) {
    return component.stream().map(it -> Arrays.toString(of(it).shingles())).distinct().count();
  }

  private List<Group> settled(List<Long> component) {
    Map<Object, List<Long>> copies = new LinkedHashMap<>();
    for (long key : component) {
      Object same = similarity.isTold() ? of(key) : Arrays.toString(of(key).shingles());
      copies.computeIfAbsent(same, any -> new ArrayList<>()).add(key);
    }
    List<Settling.Member> members =
        copies.values().stream()
            .map(it -> new Settling.Member(it.getFirst(), it.size(), of(it.getFirst()).shingles()))
            .toList();
    Map<Long, List<Long>> bySmallest = new TreeMap<>();
    copies.values().forEach(it -> bySmallest.put(it.getFirst(), it));
    return Settling.of(members).stream()
        .map(group ->
            new Group(
                group.id(),
                group.medoid().key(),
                group.members().stream()
                    .flatMap(it -> bySmallest.getOrDefault(it.key(), List.of()).stream())
                    .sorted()
                    .toList()))
        .toList();
  }

  /// The campaign that a single text goes with, by the words of [Campaigns]; its own key if none.
  private long host(Group single, List<Group> groups) {
    long[] text = of(single.id()).shingles();
    record Host(long id, double share, int size) {}
    return groups.stream()
        .filter(it -> it.members().size() >= 3)
        .filter(it -> of(it.representative()).shingles().length >= 20)
        .map(it -> {
          long[] medoid = of(it.representative()).shingles();
          long shared =
              LongStream.of(medoid).filter(e -> Arrays.binarySearch(text, e) >= 0).count();
          boolean goes = 5 * shared >= 4 * medoid.length && 2 * shared >= text.length;
          return new Host(it.id(), goes ? (double) shared / medoid.length : 0, medoid.length);
        })
        .filter(it -> it.share() > 0)
        .max(
            Comparator.comparing(Host::share)
                .thenComparing(Host::size)
                .thenComparing(Comparator.comparing(Host::id).reversed()))
        .map(Host::id)
        .orElse(single.id());
  }
}

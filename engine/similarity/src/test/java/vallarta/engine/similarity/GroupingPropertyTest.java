package vallarta.engine.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Groups are a function of the set of texts.
class GroupingPropertyTest {

  private static final long FRESH = Long.getLong("vallarta.seed", System.nanoTime());

  private final Invented invented = new Invented(FRESH);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void formsTheSameGroupsInEveryOrderOfArrival(int run) {
    Map<Long, String> texts = keyed(invented.statements(600 + run));
    List<Group> inOrder = group(texts, new ArrayList<>(texts.keySet()));
    List<Group> shuffled = group(texts, invented.shuffled(new ArrayList<>(texts.keySet())));

    assertThat(shuffled).isEqualTo(inOrder);
    assertThat(inOrder).anyMatch(group -> group.members().size() > 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void formsTheGroupsThatComparingAllPairsForms(int run) {
    for (Similarity similarity : List.of(Similarity.STATEMENTS, Similarity.LETTERS)) {
      Map<Long, String> texts = keyed(invented.statements(700 + run));
      Grouping grouping = new Grouping(similarity, 2);
      texts.forEach(grouping::add);

      assertThat(grouping.groups()).isEqualTo(compareAll(texts, similarity));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 40, 300})
  void formsTheSameGroupsHoweverManyComeTogether(int together) {
    Map<Long, String> texts = keyed(invented.statements(900));
    for (Similarity similarity : List.of(Similarity.STATEMENTS, Similarity.LETTERS)) {
      Grouping grouping = new Grouping(similarity, 2);
      for (long key : invented.shuffled(new ArrayList<>(texts.keySet()))) {
        grouping.add(key, texts.getOrDefault(key, ""));
        if (grouping.size() % together == 0) {
          grouping.settle();
        }
      }
      Grouping anew = new Grouping(similarity, 1);
      texts.forEach(anew::add);

      assertThat(grouping.groups()).isEqualTo(anew.groups());
    }
  }

  @Test
  void saysWhatBecameOfTheGroups() {
    Map<Long, String> texts = keyed(invented.statements(500));
    Grouping grouping = new Grouping();
    List<Long> known = new ArrayList<>();
    Map<Long, Long> before = new TreeMap<>();
    texts.forEach((key, text) -> {
      grouping.add(key, text);
      known.add(key);
      List<GroupEvent> events = grouping.settle();
      before.forEach((member, group) -> {
        List<GroupEvent> of = events.stream().filter(it -> it.before().contains(group)).toList();
        assertThat(of).hasSizeLessThan(2);
        long now = grouping.groupOf(member);
        assertThat(of.isEmpty() ? List.of(group) : of.getFirst().after()).contains(now);
      });
      known.forEach(it -> before.put(it, grouping.groupOf(it)));
    });
  }

  @Test
  void readsAFileByBlocksAndThreads(@TempDir Path folder) throws IOException {
    Map<Long, String> texts = keyed(invented.statements(900));
    texts.replaceAll((key, text) -> text + " ".repeat(12_000));
    texts.replaceAll((key, text) -> key % 3 == 0 ? "é" + text : text);
    Path file = folder.resolve("texts.tsv");
    Files.writeString(
        file,
        texts.entrySet().stream()
            .map(it -> it.getKey() + "\t" + it.getValue())
            .collect(Collectors.joining("\n")));
    Grouping grouping = new Grouping(Similarity.LETTERS, 3);
    grouping.read(file, (step, done, of) -> {});
    Grouping one = new Grouping(Similarity.LETTERS, 1);
    texts.forEach(one::add);

    assertThat(grouping.groups()).isEqualTo(one.groups());
    Path out = folder.resolve("groups.tsv");
    grouping.write(out);
    assertThat(Files.readAllLines(out))
        .isEqualTo(texts.keySet().stream().map(it -> it + "\t" + one.groupOf(it)).toList());
  }

  private static Map<Long, String> keyed(List<String> texts) {
    Map<Long, String> keyed = new TreeMap<>();
    texts.forEach(text -> keyed.put(10_000L - 7 * keyed.size(), text));
    return keyed;
  }

  private static List<Group> group(Map<Long, String> texts, List<Long> order) {
    Grouping grouping = new Grouping();
    order.forEach(key -> grouping.add(key, texts.getOrDefault(key, "")));
    return grouping.groups();
  }

  /// Every pair by the definition; copies are their own members here, as the result must not depend
  /// on taking them together.
  private static List<Group> compareAll(Map<Long, String> texts, Similarity similarity) {
    List<Long> keys = new ArrayList<>(texts.keySet());
    List<Features> features = texts.values().stream().map(Features::of).toList();
    Forest forest = new Forest();
    forest.grow(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (similarity.alike(features.get(i), features.get(j))) {
          forest.join(i, j);
        }
      }
    }
    Map<Integer, List<Integer>> components = new TreeMap<>();
    for (int i = 0; i < keys.size(); i++) {
      components.computeIfAbsent(forest.find(i), root -> new ArrayList<>()).add(i);
    }
    List<Group> groups = new ArrayList<>();
    components
        .values()
        .forEach(component -> groups.addAll(settled(component, keys, features, similarity)));
    return groups.stream().sorted(Comparator.comparing(Group::id)).toList();
  }

  private static List<Group> settled(
      List<Integer> component, List<Long> keys, List<Features> features, Similarity similarity) {
    Map<Object, List<Integer>> copies = new LinkedHashMap<>();
    component.forEach(it -> {
      Features of = features.get(it);
      Object same = similarity.isTold() ? of : Arrays.toString(of.shingles());
      copies.computeIfAbsent(same, any -> new ArrayList<>()).add(it);
    });
    Map<Long, List<Long>> bySmallest = new TreeMap<>();
    List<Settling.Member> members = new ArrayList<>();
    for (List<Integer> all : copies.values()) {
      long smallest = keys.get(all.getFirst());
      bySmallest.put(smallest, all.stream().map(keys::get).toList());
      members.add(
          new Settling.Member(smallest, all.size(), features.get(all.getFirst()).shingles()));
    }
    return Settling.of(members).stream()
        .map(group ->
            new Group(
                group.id(),
                group.medoid(),
                group.members().stream()
                    .flatMap(it -> bySmallest.getOrDefault(it.key(), List.of()).stream())
                    .sorted()
                    .toList()))
        .toList();
  }
}

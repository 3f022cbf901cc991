package vallarta.engine.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupingPropertyTest {

  private static final long FRESH = Long.getLong("vallarta.seed", System.nanoTime());

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void formsTheSameGroupsInEveryOrderOfArrival(int run) {
    Invented invented = new Invented(FRESH + run);
    Map<Long, String> texts = keyed(invented.statements(600));
    List<Group> inOrder = group(texts, new ArrayList<>(texts.keySet()));
    List<Group> shuffled = group(texts, invented.shuffled(new ArrayList<>(texts.keySet())));

    assertThat(shuffled).as("seed %d", FRESH + run).isEqualTo(inOrder);
    assertThat(inOrder).anyMatch(group -> group.members().size() > 2);
  }

  /// The generator is fixed here: by the S-curve one pair in a thousand at the threshold may be
  /// missed.
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void formsTheGroupsThatComparingAllPairsForms(long seed) {
    List<String> statements = new Invented(seed).statements(700);
    Map<Long, String> texts = keyed(statements);

    assertThat(group(texts, new ArrayList<>(texts.keySet())).stream().map(Group::members))
        .containsExactlyElementsOf(compareAll(statements));
  }

  @Test
  void saysOfEveryTextWhatBecameOfTheGroups() {
    Map<Long, String> texts = keyed(new Invented(FRESH).statements(500));
    Grouping grouping = new Grouping();
    Map<Long, Long> told = new TreeMap<>();
    texts.forEach((key, text) -> {
      Joined joined = grouping.add(key, text);
      told.replaceAll((member, group) -> joined.before().contains(group) ? joined.group() : group);
      told.put(key, joined.group());
    });

    told.forEach(
        (key, group) -> assertThat(grouping.groupOf(key)).as("seed %d", FRESH).isEqualTo(group));
  }

  @Test
  void neverTurnsAwayANearDuplicateByItsSketch() {
    List<Features> features =
        new Invented(FRESH).statements(400).stream().map(Features::of).toList();
    Sketches sketches = new Sketches(Similarity.STANDARD.threshold());
    features.forEach(sketches::add);
    int alike = 0;
    for (int i = 0; i < features.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (Similarity.STANDARD.alike(features.get(i), features.get(j))) {
          alike++;
          assertThat(sketches.mayBeAlike(i, j)).as("seed %d", FRESH).isTrue();
        }
      }
    }
    assertThat(alike).isPositive();
  }

  private static Map<Long, String> keyed(List<String> texts) {
    Map<Long, String> keyed = new TreeMap<>();
    texts.forEach(text -> keyed.put(1000L - 7 * keyed.size(), text));
    return keyed;
  }

  private static List<Group> group(Map<Long, String> texts, List<Long> order) {
    Grouping grouping = new Grouping();
    order.forEach(key -> grouping.add(key, texts.getOrDefault(key, "")));
    return grouping.groups();
  }

  private static List<List<Long>> compareAll(List<String> texts) {
    Map<Long, String> keyed = keyed(texts);
    List<Long> keys = new ArrayList<>(keyed.keySet());
    List<Features> features = keyed.values().stream().map(Features::of).toList();
    Components components = new Components();
    keys.forEach(components::add);
    for (int i = 0; i < keys.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (Similarity.STANDARD.alike(features.get(i), features.get(j))) {
          components.join(i, j);
        }
      }
    }
    Map<Long, List<Long>> groups = new TreeMap<>();
    for (int i = 0; i < keys.size(); i++) {
      groups.computeIfAbsent(components.smallestKey(i), id -> new ArrayList<>()).add(keys.get(i));
    }
    return List.copyOf(groups.values());
  }
}

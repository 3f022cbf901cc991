package vallarta.engine.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

      List<Group> groups = grouping.groups();
      assertThat(groups).anyMatch(it -> it.members().size() > 2);
      assertThat(groups).isEqualTo(new AllPairs(texts, similarity).groups());
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
}

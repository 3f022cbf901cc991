package vallarta.cluster.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vallarta.engine.similarity.Campaigns;
import vallarta.engine.similarity.Rarity;
import vallarta.engine.similarity.Settling;
import vallarta.engine.similarity.Shingling;

/// The groups by plain Java and the definition alone: every pair of texts that share a shingle is
/// compared, nothing is filtered.
final class OneMachine {

  private static final double THRESHOLD = 0.8;

  /// Leaves shingles in the order of their hashes.
  private static final Rarity UNCOUNTED = new Rarity(1);

  private final List<long[]> sets = new ArrayList<>();
  private final List<List<Long>> keys = new ArrayList<>();
  private final List<Integer> parents = new ArrayList<>();
  private final Map<Long, List<Integer>> postings = new HashMap<>();

  /// Groups lines of a key, a tab and a text; writes lines of a key, a tab and its group.
  static void group(Path lines, Path groups) throws IOException {
    OneMachine machine = new OneMachine();
    Map<List<Long>, Integer> known = new HashMap<>();
    Shingling shingling = new Shingling();
    for (String line : Files.readAllLines(lines)) {
      int tab = line.indexOf('\t');
      long key = Long.parseLong(line.substring(0, tab));
      long[] set = UNCOUNTED.elements(shingling.of(line.substring(tab + 1)));
      Integer same = set.length == 0 ? null : known.get(Arrays.stream(set).boxed().toList());
      if (same == null) {
        known.put(Arrays.stream(set).boxed().toList(), machine.sets.size());
        machine.add(key, set);
      } else {
        machine.keys.get(same).add(key);
      }
    }
    machine.write(groups);
  }

  private void add(long key, long[] set) {
    int node = sets.size();
    sets.add(set);
    keys.add(new ArrayList<>(List.of(key)));
    parents.add(node);
    Map<Integer, Integer> shared = new HashMap<>();
    for (long shingle : set) {
      List<Integer> others = postings.computeIfAbsent(shingle, it -> new ArrayList<>());
      others.forEach(it -> shared.merge(it, 1, Integer::sum));
      others.add(node);
    }
    shared.forEach((other, count) -> {
      int union = set.length + sets.get(other).length - count;
      if (count >= THRESHOLD * union - 1e-9) {
        parents.set(find(node), find(other));
      }
    });
  }

  private int find(int node) {
    int at = node;
    while (parents.get(at) != at) {
      at = parents.get(at);
    }
    parents.set(node, at);
    return at;
  }

  private void write(Path groups) throws IOException {
    Map<Integer, List<Settling.Member>> components = new HashMap<>();
    Map<Long, List<Long>> copies = new HashMap<>();
    for (int node = 0; node < sets.size(); node++) {
      long smallest = keys.get(node).stream().mapToLong(Long::longValue).min().orElseThrow();
      copies.put(smallest, keys.get(node));
      components
          .computeIfAbsent(find(node), it -> new ArrayList<>())
          .add(new Settling.Member(smallest, keys.get(node).size(), sets.get(node)));
    }
    Map<Long, Long> groupByKey = new TreeMap<>();
    Campaigns campaigns = new Campaigns();
    for (List<Settling.Member> component : components.values()) {
      for (Settling.Settled settled : Settling.of(component)) {
        campaigns.put(settled.id(), settled.texts(), settled.medoid().elements());
        settled
            .members()
            .forEach(member ->
                copies.get(member.key()).forEach(key -> groupByKey.put(key, settled.id())));
      }
    }
    for (List<Settling.Member> component : components.values()) {
      Settling.Member one = component.getFirst();
      if (component.size() == 1 && one.copies() < Campaigns.LEAST_TEXTS) {
        long group = campaigns.of(one.elements(), one.key());
        copies.get(one.key()).forEach(key -> groupByKey.put(key, group));
      }
    }
    StringBuilder lines = new StringBuilder();
    groupByKey.forEach((key, group) -> lines.append(key).append('\t').append(group).append('\n'));
    Files.writeString(groups, lines);
  }
}

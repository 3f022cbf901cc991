package vallarta.bench.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Texts that are like no other and yet in a group: those that go with a campaign because they
/// contain its text. They are held against that rule and not against the pairs.
///
/// @param number how many there are
/// @param contained how many of them contain a text of their group: four fifths of its shingles,
///   which are at least half of their own
/// @param others the groups without guests; each of these is alone there
record Guests(int number, int contained, Labels others) {

  static Guests of(Corpus corpus, Labels groups, Labels components) {
    Map<Long, List<Integer>> members = members(corpus, groups);
    Map<Long, List<Integer>> alike = members(corpus, components);
    long[] others = groups.groups().clone();
    int number = 0;
    int contained = 0;
    for (List<Integer> group : members.values()) {
      List<Integer> hosts = new ArrayList<>();
      List<Integer> guests = new ArrayList<>();
      for (int text : group) {
        long component = components.groups()[components.place(corpus.keys()[text])];
        boolean alone = alike.getOrDefault(component, List.of()).size() == 1;
        (alone && group.size() > 1 ? guests : hosts).add(text);
      }
      for (int guest : guests) {
        long key = corpus.keys()[guest];
        others[groups.place(key)] = -1 - key;
        number++;
        contained += hosts.stream().anyMatch(host -> contains(corpus, guest, host)) ? 1 : 0;
      }
    }
    return new Guests(number, contained, new Labels(groups.keys(), others));
  }

  private static Map<Long, List<Integer>> members(Corpus corpus, Labels labels) {
    Map<Long, List<Integer>> members = new HashMap<>();
    for (int text = 0; text < corpus.size(); text++) {
      long label = labels.groups()[labels.place(corpus.keys()[text])];
      members.computeIfAbsent(label, any -> new ArrayList<>(1)).add(text);
    }
    return members;
  }

  private static boolean contains(Corpus corpus, int guest, int host) {
    long[] whole = corpus.shingles()[guest];
    long[] part = corpus.shingles()[host];
    long shared =
        Arrays.stream(part).filter(shingle -> Arrays.binarySearch(whole, shingle) >= 0).count();
    return 5 * shared >= 4L * part.length && 2 * shared >= whole.length;
  }
}

package vallarta.engine.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Makes groups of a component: a medoid for each, and no chain from one text to another that is
/// unlike it.
///
/// The **core** of a component are the elements that at least half of its texts have, copies
/// counted each. The member whose set is nearest to the core by Jaccard is the medoid (of equals
/// the one with more copies, then with the smaller key). Members that share at least half with it,
/// J >= 1/2, are its group; of the others the one that is next in the same order is the medoid of
/// the next group, and so on. The result depends on the members alone, not on their order; no
/// number in it is rounded.
public final class Settling {

  /// One text of a component, copies taken together.
  ///
  /// @param key the smallest key of its copies
  /// @param copies how many texts are this one, at least 1
  /// @param elements of its set, ascending, in the order of one [Rarity]
  public record Member(long key, long copies, long[] elements) {}

  /// Members that are one group.
  ///
  /// @param id the smallest key
  /// @param medoid which stands for all
  public record Settled(long id, Member medoid, List<Member> members) {

    /// How many texts they are, copies counted each.
    public long texts() {
      return members.stream().mapToLong(Member::copies).sum();
    }
  }

  private final List<Member> members;

  private Settling(List<Member> members) {
    this.members = members;
  }

  /// The groups of one component.
  public static List<Settled> of(List<Member> component) {
    if (component.size() == 1) {
      return List.of(settled(component.getFirst(), component));
    }
    return new Settling(component).settle();
  }

  private List<Settled> settle() {
    LongTable core = core();
    Nearness[] ordered = new Nearness[members.size()];
    for (int i = 0; i < ordered.length; i++) {
      Member member = members.get(i);
      int shared = shared(member.elements(), core);
      ordered[i] = new Nearness(member, shared, core.size() + member.elements().length - shared);
    }
    Arrays.sort(ordered);
    List<Settled> groups = new ArrayList<>();
    List<Member> rest = Arrays.stream(ordered).map(Nearness::member).toList();
    rest = split(rest, groups);
    if (!rest.isEmpty()) {
      new Remains(rest).split(groups);
    }
    return groups;
  }

  /// Takes the group of the first member out, and gives what is left.
  private static List<Member> split(List<Member> ordered, List<Settled> groups) {
    LongTable medoid = table(ordered.getFirst().elements());
    List<Member> group = new ArrayList<>();
    List<Member> rest = new ArrayList<>();
    for (Member member : ordered) {
      boolean near =
          isHalf(shared(member.elements(), medoid), member.elements().length, medoid.size());
      (near ? group : rest).add(member);
    }
    groups.add(settled(ordered.getFirst(), group));
    return rest;
  }

  private static boolean isHalf(int shared, int one, int other) {
    return 2 * shared >= one + other - shared;
  }

  private static Settled settled(Member medoid, List<Member> members) {
    long id = members.stream().mapToLong(Member::key).min().orElseThrow();
    return new Settled(id, medoid, members);
  }

  private LongTable core() {
    LongTable places = new LongTable();
    long[] counts = new long[1024];
    long all = 0;
    for (Member member : members) {
      all += member.copies();
      for (long element : member.elements()) {
        int place = places.get(element);
        if (place == LongTable.NONE) {
          place = places.size();
          places.put(element, place);
          if (place == counts.length) {
            counts = Arrays.copyOf(counts, place * 2);
          }
        }
        counts[place] += member.copies();
      }
    }
    LongTable core = new LongTable();
    for (Member member : members) {
      for (long element : member.elements()) {
        if (2 * counts[places.get(element)] >= all) {
          core.put(element, 0);
        }
      }
    }
    return core;
  }

  private static LongTable table(long[] elements) {
    LongTable table = new LongTable();
    for (long element : elements) {
      table.put(element, 0);
    }
    return table;
  }

  private static int shared(long[] elements, LongTable with) {
    int shared = 0;
    for (long element : elements) {
      shared += with.get(element) == LongTable.NONE ? 0 : 1;
    }
    return shared;
  }

  /// How near a member is to the core, nearest first.
  private record Nearness(Member member, long shared, long union) implements Comparable<Nearness> {

    @Override
    public int compareTo(Nearness other) {
      int nearer = Long.compare(other.shared * union, shared * other.union);
      int more = Long.compare(other.member.copies(), member.copies());
      return nearer != 0
          ? nearer
          : more != 0 ? more : Long.compare(member.key(), other.member.key());
    }
  }

  /// What is not near the medoid of a component, looked up by element: a chain has many medoids,
  /// each with few neighbors.
  private static final class Remains {

    private final List<Member> ordered;
    private final LongTable first = new LongTable();
    private final LongArray of = new LongArray();
    private final LongArray next = new LongArray();
    private final int[] shared;

    Remains(List<Member> ordered) {
      this.ordered = ordered;
      this.shared = new int[ordered.size()];
      for (int i = ordered.size() - 1; i >= 0; i--) {
        for (long element : ordered.get(i).elements()) {
          next.add(first.get(element));
          first.put(element, of.size());
          of.add(i);
        }
      }
    }

    void split(List<Settled> groups) {
      boolean[] gone = new boolean[ordered.size()];
      for (int i = 0; i < gone.length; i++) {
        if (!gone[i]) {
          groups.add(settled(ordered.get(i), near(i, gone)));
        }
      }
    }

    private List<Member> near(int medoid, boolean[] gone) {
      long[] elements = ordered.get(medoid).elements();
      LongArray met = new LongArray();
      for (long element : elements) {
        int at = first.get(element);
        while (at != LongTable.NONE) {
          int member = (int) of.get(at);
          int following = (int) next.get(at);
          if (!gone[member] && shared[member]++ == 0) {
            met.add(member);
          }
          at = following;
        }
      }
      List<Member> near = new ArrayList<>();
      for (long member : met.sorted()) {
        Member it = ordered.get((int) member);
        if (isHalf(shared[(int) member], it.elements().length, elements.length)) {
          gone[(int) member] = true;
          near.add(it);
        }
        shared[(int) member] = 0;
      }
      return near;
    }
  }
}

package vallarta.engine.similarity;

import java.util.Arrays;

/// Compares the sets that have one element among their first ones, smaller with larger, and joins
/// those that are alike. Not thread-safe; one for each thread.
///
/// A set that has joined a component is not compared with the rest of it. So the sets are kept by
/// component: a campaign of n copies costs about n comparisons, not n * n.
final class Bucket {

  /// What else than shared elements decides about a pair.
  interface Rule {

    boolean alike(int one, int other);
  }

  /// Instead of an element: pairs are not looked at elsewhere.
  static final long ANY = -1;

  private static final int SMALL = 24;
  private static final int MANY_LISTS = 24;

  private final Sets sets;
  private final Overlap overlap;
  private final Rule rule;
  private final Forest forest;
  private int[][] lists = new int[8][];
  private int[] lengths = new int[8];
  private int[] starts = new int[8];
  private int count;
  private int gatherAt = MANY_LISTS;
  private long comparisons;

  Bucket(Sets sets, Overlap overlap, Rule rule, Forest forest) {
    this.sets = sets;
    this.overlap = overlap;
    this.rule = rule;
    this.forest = forest;
  }

  /// How many pairs were looked at in full.
  long comparisons() {
    return comparisons;
  }

  /// @param entries of one element; they are put in order
  /// @param old sets of lower numbers have been compared with each other before
  void join(long element, long[] entries, int from, int to, int old) {
    if (to - from < 2) {
      return;
    }
    Arrays.sort(entries, from, to);
    if (to - from <= SMALL) {
      pairs(element, entries, from, to, old);
    } else {
      lists(element, entries, from, to, old);
    }
  }

  private void pairs(long element, long[] entries, int from, int to, int old) {
    for (int i = from + 1; i < to; i++) {
      int larger = Entries.set(entries[i]);
      int smallest = overlap.smallest(sets.size(larger));
      for (int j = i - 1; j >= from; j--) {
        int smaller = Entries.set(entries[j]);
        if (sets.size(smaller) < smallest) {
          break;
        }
        if ((larger >= old || smaller >= old)
            && isIndexed(entries[j])
            && forest.find(smaller) != forest.find(larger)
            && alike(element, smaller, larger)) {
          forest.join(smaller, larger);
        }
      }
    }
  }

  private boolean isIndexed(long entry) {
    return Entries.position(entry) < overlap.indexed(sets.size(Entries.set(entry)));
  }

  private void lists(long element, long[] entries, int from, int to, int old) {
    count = 0;
    gatherAt = MANY_LISTS;
    for (int i = from; i < to; i++) {
      int set = Entries.set(entries[i]);
      for (int list = 0; list < count; list++) {
        if (forest.find(lists[list][0]) != forest.find(set)) {
          compare(element, list, set, old);
        }
      }
      if (isIndexed(entries[i])) {
        keep(set);
      }
    }
  }

  private void compare(long element, int list, int larger, int old) {
    int[] smaller = lists[list];
    int smallest = overlap.smallest(sets.size(larger));
    int length = lengths[list];
    // Sizes ascend but for the first, which was moved to the front: it is the likeliest.
    while (starts[list] < length && sets.size(smaller[starts[list]]) < smallest) {
      starts[list]++;
    }
    int at = 0;
    while (at < length) {
      int other = smaller[at];
      if (sets.size(other) >= smallest
          && (larger >= old || other >= old)
          && alike(element, other, larger)) {
        forest.join(other, larger);
        toFront(smaller, at);
        return;
      }
      at = at == 0 ? Math.max(1, starts[list]) : at + 1;
    }
  }

  /// Keeps the others in their order but for one place, so sizes stay nearly sorted: what stands
  /// too early is only skipped when it is too small for all that follow.
  private static void toFront(int[] list, int at) {
    int found = list[at];
    list[at] = list[0];
    list[0] = found;
  }

  private void keep(int set) {
    int root = forest.find(set);
    int into = 0;
    while (into < count && forest.find(lists[into][0]) != root) {
      into++;
    }
    if (into == count) {
      if (count >= gatherAt) {
        boolean fewer = gather(overlap.smallest(sets.size(set)));
        gatherAt = Math.max(MANY_LISTS, 2 * count);
        if (fewer) {
          keep(set);
          return;
        }
      }
      open();
    }
    if (lengths[into] == lists[into].length) {
      lists[into] = Arrays.copyOf(lists[into], lengths[into] * 2);
    }
    lists[into][lengths[into]++] = set;
  }

  private void open() {
    if (count == lists.length) {
      lists = Arrays.copyOf(lists, count * 2);
      lengths = Arrays.copyOf(lengths, count * 2);
      starts = Arrays.copyOf(starts, count * 2);
    }
    lists[count] = new int[2];
    lengths[count] = 0;
    starts[count] = 0;
    count++;
  }

  /// Puts lists together whose components have grown together, and drops those of sets too small
  /// for all that come.
  ///
  /// @return whether there are fewer lists now
  private boolean gather(int smallest) {
    int kept = 0;
    for (int list = 0; list < count; list++) {
      if (sets.size(lists[list][lengths[list] - 1]) < smallest
          && sets.size(lists[list][0]) < smallest) {
        continue;
      }
      int into = 0;
      while (into < kept && forest.find(lists[into][0]) != forest.find(lists[list][0])) {
        into++;
      }
      if (into == kept) {
        int[] spare = lists[kept];
        lists[kept] = lists[list];
        lists[list] = spare;
        lengths[kept] = lengths[list];
        starts[kept] = starts[list];
        kept++;
      } else {
        append(into, list);
      }
    }
    boolean fewer = kept < count;
    count = kept;
    return fewer;
  }

  private void append(int into, int list) {
    int together = lengths[into] + lengths[list];
    if (together > lists[into].length) {
      lists[into] = Arrays.copyOf(lists[into], together * 2);
    }
    System.arraycopy(lists[list], 0, lists[into], lengths[into], lengths[list]);
    lengths[into] = together;
    starts[into] = Math.min(starts[into], 1);
  }

  /// Whether two sets share enough, and the rule agrees. A pair that has an earlier element in
  /// common is looked at there.
  private boolean alike(long element, int smaller, int larger) {
    comparisons++;
    long[] a = sets.block(smaller);
    long[] b = sets.block(larger);
    int i = sets.from(smaller);
    int j = sets.from(larger);
    int endA = i + sets.size(smaller);
    int endB = j + sets.size(larger);
    int needed = overlap.needed(sets.size(smaller), sets.size(larger));
    int lastA = endA - needed;
    int lastB = endB - needed;
    boolean first = true;
    while (i <= lastA && j <= lastB) {
      long difference = a[i] - b[j];
      if (difference < 0) {
        i++;
      } else if (difference > 0) {
        j++;
      } else {
        if (first && element != ANY && a[i] != element) {
          return false;
        }
        first = false;
        i++;
        j++;
        lastA++;
        lastB++;
        if (--needed == 0) {
          return rule.alike(smaller, larger);
        }
      }
    }
    return false;
  }
}

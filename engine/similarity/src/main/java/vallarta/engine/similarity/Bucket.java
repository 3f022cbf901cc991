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
  private long[][] lists = new long[8][];
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
      long larger = entries[i];
      int smallest = overlap.smallest(sets.size(Entries.set(larger)));
      for (int j = i - 1; j >= from; j--) {
        long smaller = entries[j];
        if (sets.size(Entries.set(smaller)) < smallest) {
          break;
        }
        if (isIndexed(smaller)
            && forest.find(Entries.set(smaller)) != forest.find(Entries.set(larger))) {
          join(element, smaller, larger, old);
        }
      }
    }
  }

  private boolean isIndexed(long entry) {
    return Entries.position(entry) < overlap.indexed(sets.size(Entries.set(entry)));
  }

  private boolean join(long element, long smaller, long larger, int old) {
    int one = Entries.set(smaller);
    int other = Entries.set(larger);
    if (one < old && other < old
        || !mayShareEnough(smaller, larger)
        || !alike(element, one, other)) {
      return false;
    }
    forest.join(one, other);
    return true;
  }

  /// Whether enough is left behind the places of the element, before which they share nothing: a
  /// pair that shares an earlier one is looked at there.
  private boolean mayShareEnough(long smaller, long larger) {
    int one = sets.size(Entries.set(smaller));
    int other = sets.size(Entries.set(larger));
    int left = Math.min(one - Entries.position(smaller), other - Entries.position(larger));
    return left >= overlap.needed(one, other);
  }

  private void lists(long element, long[] entries, int from, int to, int old) {
    count = 0;
    gatherAt = MANY_LISTS;
    for (int i = from; i < to; i++) {
      int set = Entries.set(entries[i]);
      for (int list = 0; list < count; list++) {
        if (forest.find(Entries.set(lists[list][0])) != forest.find(set)) {
          compare(element, list, entries[i], old);
        }
      }
      if (isIndexed(entries[i])) {
        keep(entries[i]);
      }
    }
  }

  private void compare(long element, int list, long larger, int old) {
    long[] smaller = lists[list];
    int smallest = overlap.smallest(sets.size(Entries.set(larger)));
    int length = lengths[list];
    // Sizes ascend but for the first, which was moved to the front: it is the likeliest.
    while (starts[list] < length && sets.size(Entries.set(smaller[starts[list]])) < smallest) {
      starts[list]++;
    }
    int at = 0;
    while (at < length) {
      if (sets.size(Entries.set(smaller[at])) >= smallest
          && join(element, smaller[at], larger, old)) {
        toFront(smaller, at);
        return;
      }
      at = at == 0 ? Math.max(1, starts[list]) : at + 1;
    }
  }

  /// Keeps the others in their order but for one place, so sizes stay nearly sorted: what stands
  /// too early is only skipped when it is too small for all that follow.
  private static void toFront(long[] list, int at) {
    long found = list[at];
    list[at] = list[0];
    list[0] = found;
  }

  private void keep(long entry) {
    int root = forest.find(Entries.set(entry));
    int into = 0;
    while (into < count && forest.find(Entries.set(lists[into][0])) != root) {
      into++;
    }
    if (into == count) {
      if (count >= gatherAt) {
        boolean fewer = gather(overlap.smallest(sets.size(Entries.set(entry))));
        gatherAt = Math.max(MANY_LISTS, 2 * count);
        if (fewer) {
          keep(entry);
          return;
        }
      }
      open();
    }
    if (lengths[into] == lists[into].length) {
      lists[into] = Arrays.copyOf(lists[into], lengths[into] * 2);
    }
    lists[into][lengths[into]++] = entry;
  }

  private void open() {
    if (count == lists.length) {
      lists = Arrays.copyOf(lists, count * 2);
      lengths = Arrays.copyOf(lengths, count * 2);
      starts = Arrays.copyOf(starts, count * 2);
    }
    lists[count] = new long[2];
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
      if (sets.size(Entries.set(lists[list][lengths[list] - 1])) < smallest
          && sets.size(Entries.set(lists[list][0])) < smallest) {
        continue;
      }
      int into = 0;
      while (into < kept
          && forest.find(Entries.set(lists[into][0])) != forest.find(Entries.set(lists[list][0]))) {
        into++;
      }
      if (into == kept) {
        long[] spare = lists[kept];
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
    Sets.Block a = sets.block(smaller);
    Sets.Block b = sets.block(larger);
    int i = sets.from(smaller);
    int j = sets.from(larger);
    int endA = i + sets.size(smaller);
    int endB = j + sets.size(larger);
    int needed = overlap.needed(sets.size(smaller), sets.size(larger));
    int lastA = endA - needed;
    int lastB = endB - needed;
    boolean first = true;
    while (i <= lastA && j <= lastB) {
      long difference = a.get(i) - b.get(j);
      if (difference < 0) {
        i++;
      } else if (difference > 0) {
        j++;
      } else {
        if (first && element != ANY && a.get(i) != element) {
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

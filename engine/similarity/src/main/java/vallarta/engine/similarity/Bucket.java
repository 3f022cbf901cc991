package vallarta.engine.similarity;

import java.util.Arrays;

/// Compares the sets that have one element among their first ones, and joins those that are alike.
/// Not thread-safe; one for each thread.
///
/// A set that has joined a component is not compared with the rest of it. So the sets are kept by
/// component, those with least before the element first: these are the least edited copies of a
/// campaign, which all others are alike to. A campaign of n copies costs about n comparisons.
final class Bucket {

  /// What else than shared elements decides about a pair.
  interface Rule {

    boolean alike(int one, int other);
  }

  private static final int SMALL = 16;
  private static final int MANY_LISTS = 24;

  private final Sets sets;
  private final Overlap overlap;
  private final Rule rule;
  private final Forest forest;
  private Neighbors[] lists = new Neighbors[8];
  private int count;
  private int gatherAt = MANY_LISTS;
  private int old;
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
  void join(long[] entries, int from, int to, int old) {
    if (to - from < 2) {
      return;
    }
    this.old = old;
    Arrays.sort(entries, from, to);
    if (to - from <= SMALL) {
      pairs(entries, from, to);
    } else {
      lists(entries, from, to);
    }
  }

  private void pairs(long[] entries, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      for (int j = from; j < i; j++) {
        if (forest.find(Entries.set(entries[i])) != forest.find(Entries.set(entries[j]))) {
          join(entries[j], entries[i]);
        }
      }
    }
  }

  private boolean join(long one, long other) {
    int a = Entries.set(one);
    int b = Entries.set(other);
    if (a < old && b < old || !mayBeAlike(one, other) || !alike(a, b)) {
      return false;
    }
    forest.join(a, b);
    return true;
  }

  /// Whether the sizes are near, enough is left behind the places of the element, before which they
  /// share nothing (a pair that shares an earlier one is looked at there), and the sketches allow
  /// it.
  private boolean mayBeAlike(long one, long other) {
    int a = Entries.set(one);
    int b = Entries.set(other);
    int sizeA = sets.size(a);
    int sizeB = sets.size(b);
    if (Math.min(sizeA, sizeB) < overlap.smallest(Math.max(sizeA, sizeB))) {
      return false;
    }
    int left = Math.min(sizeA - Entries.position(one), sizeB - Entries.position(other));
    int needed = overlap.needed(sizeA, sizeB);
    return left >= needed
        && Long.bitCount(sets.sketch(a, 0) ^ sets.sketch(b, 0))
                + Long.bitCount(sets.sketch(a, 1) ^ sets.sketch(b, 1))
            <= sizeA + sizeB - 2 * needed;
  }

  private void lists(long[] entries, int from, int to) {
    count = 0;
    gatherAt = MANY_LISTS;
    for (int i = from; i < to; i++) {
      int set = Entries.set(entries[i]);
      for (int list = 0; list < count; list++) {
        if (forest.find(lists[list].any()) != forest.find(set)) {
          compare(lists[list], entries[i]);
        }
      }
      // What has more before it is alike to smaller sets alone, which all have less before them.
      if (Entries.position(entries[i]) < overlap.indexed(sets.size(set))) {
        keep(entries[i]);
      }
    }
  }

  /// The set of a list that was alike to the last one is the likeliest to be alike to the next.
  private void compare(Neighbors list, long entry) {
    if (join(list.likeliest(), entry)) {
      return;
    }
    int set = Entries.set(entry);
    int size = sets.size(set);
    int position = Entries.position(entry);
    long low = sets.sketch(set, 0);
    long high = sets.sketch(set, 1);
    int largest = Math.min(list.largest(), overlap.largest(size));
    for (int other = Math.max(list.smallest(), overlap.smallest(size)); other <= largest; other++) {
      int needed = overlap.needed(size, other);
      if (size - position < needed) {
        // Larger ones need more.
        return;
      }
      int at = list.find(other, other - needed, low, high, size + other - 2 * needed, 0);
      while (at >= 0) {
        if (join(list.entry(other, at), entry)) {
          list.likeliest(list.entry(other, at));
          return;
        }
        at = list.find(other, other - needed, low, high, size + other - 2 * needed, at + 1);
      }
    }
  }

  private void keep(long entry) {
    int root = forest.find(Entries.set(entry));
    int into = 0;
    while (into < count && forest.find(lists[into].any()) != root) {
      into++;
    }
    if (into == count) {
      if (count >= gatherAt && gather()) {
        keep(entry);
        return;
      }
      if (count == lists.length) {
        lists = Arrays.copyOf(lists, count * 2);
      }
      lists[count++] = new Neighbors(entry);
    }
    lists[into].add(entry, sets);
  }

  /// Puts lists together whose components have grown together.
  ///
  /// @return whether there are fewer lists now
  private boolean gather() {
    int kept = 0;
    for (int list = 0; list < count; list++) {
      int into = 0;
      while (into < kept && forest.find(lists[into].any()) != forest.find(lists[list].any())) {
        into++;
      }
      if (into == kept) {
        lists[kept++] = lists[list];
      } else {
        lists[into].addAll(lists[list]);
      }
    }
    boolean fewer = kept < count;
    count = kept;
    gatherAt = Math.max(MANY_LISTS, 2 * count);
    return fewer;
  }

  /// Whether two sets share enough, and the rule agrees.
  private boolean alike(int one, int other) {
    comparisons++;
    Sets.Block a = sets.block(one);
    Sets.Block b = sets.block(other);
    int i = sets.from(one);
    int j = sets.from(other);
    int needed = overlap.needed(sets.size(one), sets.size(other));
    int lastA = i + sets.size(one) - needed;
    int lastB = j + sets.size(other) - needed;
    while (i <= lastA && j <= lastB) {
      long difference = a.get(i) - b.get(j);
      if (difference < 0) {
        i++;
      } else if (difference > 0) {
        j++;
      } else {
        i++;
        j++;
        lastA++;
        lastB++;
        if (--needed == 0) {
          return rule.alike(one, other);
        }
      }
    }
    return false;
  }
}

package vallarta.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/// The texts that share an element, or two blocks of them.
///
/// Those of one label and side lie behind each other by size, if they are many: a **run**. Each
/// text meets the longer runs, and of these only the part of which the size allows it; what is in
/// no run comes last. So a text that was left out by a campaign of 100,000 is not laid beside each
/// of them.
final class Cell {

  /// One text of a cell, to be paired with others.
  record Row(Cell cell, int at) {}

  private static final int LONG = 32;

  private final int[] needed;
  private final boolean hasSides;
  private long[] entries;
  private int from;
  private int to;
  private int[] runs = {};

  Cell(long[] entries, int from, int to, int[] needed) {
    this.entries = entries;
    this.from = from;
    this.to = to;
    this.needed = needed;
    this.hasSides = get(from, Entry.KEY) != get(to - 1, Entry.KEY);
  }

  Iterator<Row> rows(Candidates.Which which) {
    boolean isOne =
        get(from, Entry.KEY) == get(to - 1, Entry.KEY)
            && get(from, Entry.LABEL) == get(to - 1, Entry.LABEL);
    if (isOne) {
      return Collections.emptyIterator();
    } else if (which == Candidates.Which.STAR) {
      return List.of(new Row(this, center())).iterator();
    }
    if (to - from > LONG) {
      arrange();
    }
    return IntStream.range(from, to).mapToObj(at -> new Row(this, at)).iterator();
  }

  private int center() {
    int center = from;
    for (int at = from + 1; at < to; at++) {
      if (position(at) < position(center)) {
        center = at;
      }
    }
    return center;
  }

  private record Run(int from, int to) {

    int length() {
      return to - from;
    }
  }

  /// Puts long runs first, the longest of all at the beginning.
  private void arrange() {
    List<Run> all = new ArrayList<>();
    List<Run> rest = new ArrayList<>();
    for (int at = from; at < to; ) {
      Run run = new Run(at, runEnd(at));
      (run.length() > LONG ? all : rest).add(run);
      at = run.to();
    }
    all.sort(Comparator.comparingInt(Run::length).reversed());
    runs = new int[all.size() + 1];
    for (int i = 0; i < all.size(); i++) {
      runs[i + 1] = runs[i] + all.get(i).length();
    }
    all.addAll(rest);
    long[] arranged = new long[(to - from) * Entry.WIDTH];
    int size = 0;
    for (Run run : all) {
      System.arraycopy(
          entries, run.from() * Entry.WIDTH, arranged, size, run.length() * Entry.WIDTH);
      size += run.length() * Entry.WIDTH;
    }
    entries = arranged;
    to -= from;
    from = 0;
  }

  private int runEnd(int at) {
    int end = at + 1;
    while (end < to
        && get(end, Entry.KEY) == get(at, Entry.KEY)
        && get(end, Entry.LABEL) == get(at, Entry.LABEL)) {
      end++;
    }
    return end;
  }

  /// Sends the pairs of a center with all others.
  void star(int center, Parcels<Row> out) {
    for (int at = from; at < to; at++) {
      if (get(at, Entry.LABEL) != get(center, Entry.LABEL) && mayBeAlike(center, at)) {
        put(center, at, out);
      }
    }
  }

  /// Sends the pairs of a text with those before it.
  void pairs(int one, Parcels<Row> out) {
    int largest = largest(one);
    int rest = runs.length == 0 ? from : runs[runs.length - 1];
    for (int run = 0; run + 1 < runs.length && runs[run + 1] <= one; run++) {
      if (mayMeet(one, runs[run])) {
        pairs(one, runs[run], above(runs[run], runs[run + 1], largest), out);
      }
    }
    pairs(one, rest, one, out);
  }

  private void pairs(int one, int begin, int end, Parcels<Row> out) {
    for (int at = begin; at < end; at++) {
      if (mayMeet(one, at) && mayBeAlike(one, at)) {
        boolean isFirst = get(one, Entry.LABEL) < get(at, Entry.LABEL);
        put(isFirst ? one : at, isFirst ? at : one, out);
      }
    }
  }

  private void put(int first, int second, Parcels<Row> out) {
    long ref = get(first, Entry.REF);
    out.put(Texts.part(ref), ref, get(second, Entry.REF));
  }

  /// Whether they have different labels, and different sides if the cell has two.
  private boolean mayMeet(int one, int other) {
    return get(one, Entry.LABEL) != get(other, Entry.LABEL)
        && (!hasSides || get(one, Entry.KEY) != get(other, Entry.KEY));
  }

  /// The largest size of a text that may be alike, for what follows the element in this one.
  private int largest(int one) {
    int sum = size(one);
    int follow = size(one) - position(one);
    while (sum + 1 < needed.length && needed[sum + 1] <= follow) {
      sum++;
    }
    return sum - size(one);
  }

  /// Where in a run larger texts begin.
  private int above(int begin, int end, int size) {
    int low = begin;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (size(middle) <= size) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean mayBeAlike(int one, int other) {
    int size = size(one);
    int otherSize = size(other);
    int shared = needed[size + otherSize];
    int follow = Math.min(size - position(one), otherSize - position(other));
    return follow >= shared
        && Long.bitCount(get(one, Entry.SKETCH) ^ get(other, Entry.SKETCH))
                + Long.bitCount(get(one, Entry.SKETCH + 1) ^ get(other, Entry.SKETCH + 1))
            <= size + otherSize - 2 * shared;
  }

  private long get(int at, int what) {
    return entries[at * Entry.WIDTH + what];
  }

  private int size(int at) {
    return (int) (get(at, Entry.PLACE) >>> Integer.SIZE);
  }

  private int position(int at) {
    return (int) get(at, Entry.PLACE);
  }
}

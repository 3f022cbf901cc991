package vallarta.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;
import vallarta.engine.similarity.Overlap;
import vallarta.engine.similarity.Rarity;

/// Finds the pairs of texts that may be alike: they have one of their rarest shingles in common,
/// and their sizes, what follows that shingle and their sketches allow it.
///
/// An entry says that a text has a shingle among its first: the element with its cell, the
/// reference of the text, the label of its component so far, size and position, and a sketch.
/// Entries carry no shingles, so that an element that a whole campaign shares weighs 48 bytes for
/// each of its texts.
final class Candidates {

  /// Which pairs of the texts that share an element.
  enum Which {
    /// Each with the one text that has the fewest shingles before it. A campaign becomes a star
    /// around texts near to its common words, so that nearly all of it has one label before any two
    /// of its members are paired.
    STAR,
    /// All whose labels differ. Then none is missing.
    ALL
  }

  private static final int WIDTH = 6;
  private static final int KEY = 0;
  private static final int REF = 1;
  private static final int LABEL = 2;
  private static final int PLACE = 3;
  private static final int SKETCH = 4;

  private Candidates() {}

  /// The pairs, each once, at the part of its first text.
  static JavaRDD<long[]> of(
      JavaRDD<Texts> texts, JavaRDD<long[]> labels, Which which, Cells cells, double threshold) {
    int parts = texts.getNumPartitions();
    JavaRDD<Tuple2<Integer, long[]>> entries =
        texts.zipPartitions(
            labels,
            (of, with) -> {
              Part part = new Part(of.next(), with.next(), new Overlap(threshold), parts);
              return new Parcels<>(
                  part.indexes(),
                  parts,
                  which == Which.STAR
                      ? (it, out) -> part.send(it, out)
                      : (it, out) -> part.send(it, cells, out));
            });
    JavaRDD<Tuple2<Integer, long[]>> pairs =
        Parcels.deliver(entries, parts)
            .mapPartitions(parcels -> {
              Elements elements = new Elements(Longs.gather(parcels), which, threshold);
              return new Parcels<>(
                  elements.rows(),
                  parts,
                  which == Which.STAR
                      ? (row, out) -> row.cell().star(row.at(), out)
                      : (row, out) -> row.cell().pairs(row.at(), out));
            });
    return Parcels.deliver(pairs, parts)
        .mapPartitions(parcels -> List.of(Longs.distinctPairs(Longs.gather(parcels))).iterator());
  }

  /// The texts of a part with their labels.
  private record Part(Texts texts, long[] labels, Overlap overlap, int parts) {

    Iterator<Integer> indexes() {
      return IntStream.range(0, texts.size()).iterator();
    }

    /// Sends entries to their elements.
    void send(int index, Parcels<Integer> out) {
      long[] sketch = sketch(index);
      for (int at = texts.from(index); at < end(index); at++) {
        entry(index, at, Cells.whole(texts.all()[at]), sketch, out);
      }
    }

    /// Sends entries to the cells of their elements.
    void send(int index, Cells cells, Parcels<Integer> out) {
      long[] sketch = sketch(index);
      for (int at = texts.from(index); at < end(index); at++) {
        int place = at;
        cells.send(
            texts.all()[at], labels[0] | index, key -> entry(index, place, key, sketch, out));
      }
    }

    private int end(int index) {
      int size = texts.length(index);
      return texts.from(index) + (size == 0 ? 0 : overlap.probed(size));
    }

    private void entry(int index, int at, long key, long[] sketch, Parcels<Integer> out) {
      if (Rarity.rank(texts.all()[at]) == Rarity.SINGLE) {
        return;
      }
      long ref = labels[0] | index;
      int part = Longs.part(Cells.cell(key), parts);
      out.begin(part, WIDTH);
      out.add(part, key);
      out.add(part, ref);
      out.add(part, labels[index + 1] == Components.ALONE ? ref : labels[index + 1]);
      out.add(part, (long) texts.length(index) << Integer.SIZE | at - texts.from(index));
      out.add(part, sketch, 0, sketch.length);
    }

    /// For each of 128 classes of elements whether the text has an odd number of them. Two sets
    /// differ by at least as many elements as their sketches differ by bits (E. F. O. Sandes, G. L.
    /// M. Teodoro, A. C. M. A. Melo, "Bitmap filter", Information Systems 88, 2020).
    private long[] sketch(int index) {
      long[] sketch = new long[2];
      for (int at = texts.from(index); at < texts.to(index); at++) {
        long element = texts.all()[at];
        sketch[(int) (element >>> 6) & 1] ^= 1L << element;
      }
      return sketch;
    }
  }

  /// The entries of a part, sorted by cell, side, label and size.
  private static final class Elements {

    private final long[] entries;
    private final int count;
    private final Which which;
    private final Overlap overlap;

    Elements(long[] arrived, Which which, double threshold) {
      this.entries = Longs.sorted(arrived, WIDTH, KEY, LABEL, PLACE, REF);
      this.count = entries.length / WIDTH;
      this.which = which;
      this.overlap = new Overlap(threshold);
    }

    Iterator<Row> rows() {
      int[] needed = needed();
      return new Iterator<>() {
        private Iterator<Row> ready = Collections.emptyIterator();
        private int at;

        @Override
        public boolean hasNext() {
          while (!ready.hasNext() && at < count) {
            int from = at;
            at = end(from);
            if (at - from > 1) {
              ready = new Cell(entries, from, at, needed).rows(which);
            }
          }
          return ready.hasNext();
        }

        @Override
        public Row next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          return ready.next();
        }
      };
    }

    /// What two texts must share, by the sum of their sizes.
    private int[] needed() {
      int largest = 0;
      for (int at = PLACE; at < entries.length; at += WIDTH) {
        largest = Math.max(largest, (int) (entries[at] >>> Integer.SIZE));
      }
      int[] bySum = new int[2 * largest + 1];
      for (int sum = 0; sum < bySum.length; sum++) {
        bySum[sum] = overlap.needed(sum, 0);
      }
      return bySum;
    }

    private int end(int from) {
      long cell = Cells.cell(entries[from * WIDTH + KEY]);
      int to = from + 1;
      while (to < count && Cells.cell(entries[to * WIDTH + KEY]) == cell) {
        to++;
      }
      return to;
    }
  }

  /// One text of a cell, to be paired with others.
  private record Row(Cell cell, int at) {}

  /// The texts that share an element, or two blocks of them.
  ///
  /// Those of one label and side lie behind each other by size, if they are many: a **run**. Each
  /// text meets the longer runs, and of these only the part of which the size allows it; what is in
  /// no run comes last. So a text that was left out by a campaign of 100,000 is not laid beside
  /// each of them.
  private static final class Cell {

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
      this.hasSides = get(from, KEY) != get(to - 1, KEY);
    }

    Iterator<Row> rows(Which which) {
      boolean isOne = get(from, KEY) == get(to - 1, KEY) && get(from, LABEL) == get(to - 1, LABEL);
      if (isOne) {
        return Collections.emptyIterator();
      } else if (which == Which.STAR) {
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
      long[] arranged = new long[(to - from) * WIDTH];
      int size = 0;
      for (Run run : all) {
        System.arraycopy(entries, run.from() * WIDTH, arranged, size, run.length() * WIDTH);
        size += run.length() * WIDTH;
      }
      entries = arranged;
      to -= from;
      from = 0;
    }

    private int runEnd(int at) {
      int end = at + 1;
      while (end < to && get(end, KEY) == get(at, KEY) && get(end, LABEL) == get(at, LABEL)) {
        end++;
      }
      return end;
    }

    /// Sends the pairs of a center with all others.
    void star(int center, Parcels<Row> out) {
      for (int at = from; at < to; at++) {
        if (get(at, LABEL) != get(center, LABEL) && mayBeAlike(center, at)) {
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
          boolean isFirst = get(one, LABEL) < get(at, LABEL);
          put(isFirst ? one : at, isFirst ? at : one, out);
        }
      }
    }

    private void put(int first, int second, Parcels<Row> out) {
      long ref = get(first, REF);
      out.put(Texts.part(ref), ref, get(second, REF));
    }

    /// Whether they have different labels, and different sides if the cell has two.
    private boolean mayMeet(int one, int other) {
      return get(one, LABEL) != get(other, LABEL)
          && (!hasSides || get(one, KEY) != get(other, KEY));
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
          && Long.bitCount(get(one, SKETCH) ^ get(other, SKETCH))
                  + Long.bitCount(get(one, SKETCH + 1) ^ get(other, SKETCH + 1))
              <= size + otherSize - 2 * shared;
    }

    private long get(int at, int what) {
      return entries[at * WIDTH + what];
    }

    private int size(int at) {
      return (int) (get(at, PLACE) >>> Integer.SIZE);
    }

    private int position(int at) {
      return (int) get(at, PLACE);
    }
  }
}

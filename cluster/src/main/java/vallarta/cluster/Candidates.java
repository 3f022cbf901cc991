package vallarta.cluster;

import java.util.ArrayList;
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
              return new Parcels<>(elements.rows(), parts, elements::send);
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

  /// The entries of a part, sorted by cell, side, label and text.
  private static final class Elements {

    private final long[] entries;
    private final int count;
    private final Which which;
    private final int[] needed;

    Elements(long[] arrived, Which which, double threshold) {
      this.entries = Longs.sorted(arrived, WIDTH, KEY, LABEL, REF);
      this.count = entries.length / WIDTH;
      this.which = which;
      this.needed = needed(threshold);
    }

    /// What two texts must share, by the sum of their sizes.
    private int[] needed(double threshold) {
      int largest = 0;
      for (int at = 0; at < count; at++) {
        largest = Math.max(largest, size(at));
      }
      Overlap overlap = new Overlap(threshold);
      int[] bySum = new int[2 * largest + 1];
      for (int sum = 0; sum < bySum.length; sum++) {
        bySum[sum] = overlap.needed(sum, 0);
      }
      return bySum;
    }

    /// One text, and those it is to be paired with.
    private record Row(int at, int from, int to) {}

    Iterator<Row> rows() {
      return new Iterator<>() {
        private final ArrayList<Row> ready = new ArrayList<>();
        private int at;

        @Override
        public boolean hasNext() {
          while (ready.isEmpty() && at < count) {
            at = open(at, ready);
          }
          return !ready.isEmpty();
        }

        @Override
        public Row next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          return ready.removeLast();
        }
      };
    }

    /// Makes the rows of the cell that begins at a place, and gives where the next one begins.
    private int open(int from, List<Row> rows) {
      int to = from + 1;
      while (to < count && Cells.cell(get(to, KEY)) == Cells.cell(get(from, KEY))) {
        to++;
      }
      if (which == Which.STAR) {
        if (get(from, LABEL) != get(to - 1, LABEL)) {
          rows.add(new Row(center(from, to), from, to));
        }
      } else if (get(from, KEY) == get(to - 1, KEY)) {
        among(from, to, rows);
      } else {
        between(from, to, rows);
      }
      return to;
    }

    /// Each with all that follow under another label.
    private void among(int from, int to, List<Row> rows) {
      int end = from;
      for (int at = from; at < to; at++) {
        while (end < to && get(end, LABEL) == get(at, LABEL)) {
          end++;
        }
        if (end < to) {
          rows.add(new Row(at, end, to));
        }
      }
    }

    /// Each of one side with all of the other side under another label.
    private void between(int from, int to, List<Row> rows) {
      int middle = from;
      while (get(middle, KEY) == get(from, KEY)) {
        middle++;
      }
      int same = middle;
      int end = middle;
      for (int at = from; at < middle; at++) {
        long label = get(at, LABEL);
        while (same < to && Long.compareUnsigned(get(same, LABEL), label) < 0) {
          same++;
        }
        end = Math.max(end, same);
        while (end < to && get(end, LABEL) == label) {
          end++;
        }
        if (middle < same) {
          rows.add(new Row(at, middle, same));
        }
        if (end < to) {
          rows.add(new Row(at, end, to));
        }
      }
    }

    private int center(int from, int to) {
      int center = from;
      for (int at = from + 1; at < to; at++) {
        if (position(at) < position(center)) {
          center = at;
        }
      }
      return center;
    }

    void send(Row row, Parcels<Row> out) {
      long label = get(row.at(), LABEL);
      for (int at = row.from(); at < row.to(); at++) {
        long otherLabel = get(at, LABEL);
        if (otherLabel != label && mayBeAlike(row.at(), at)) {
          boolean isFirst = which == Which.STAR || label < otherLabel;
          long ref = get(isFirst ? row.at() : at, REF);
          out.put(Texts.part(ref), ref, get(isFirst ? at : row.at(), REF));
        }
      }
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

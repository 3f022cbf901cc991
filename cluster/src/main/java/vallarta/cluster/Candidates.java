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
/// An entry says that a text has a shingle among its first: the element, the reference of the text,
/// the label of its component so far, size and position, and a sketch. Entries carry no shingles,
/// so that an element that a whole campaign shares weighs 48 bytes for each of its texts.
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
  private static final int ELEMENT = 0;
  private static final int REF = 1;
  private static final int LABEL = 2;
  private static final int PLACE = 3;
  private static final int SKETCH = 4;

  private Candidates() {}

  /// The pairs, each once, at the part of its first text.
  static JavaRDD<long[]> of(
      JavaRDD<Texts> texts, JavaRDD<long[]> labels, Which which, double threshold, int parts) {
    JavaRDD<Tuple2<Integer, long[]>> entries =
        texts.zipPartitions(
            labels,
            (of, with) -> {
              Part part = new Part(of.next(), with.next());
              return new Parcels<>(
                  part.indexes(), parts, (it, out) -> part.send(it, threshold, parts, out));
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
  private record Part(Texts texts, long[] labels) {

    Iterator<Integer> indexes() {
      return IntStream.range(0, texts.size()).iterator();
    }

    void send(int index, double threshold, int parts, Parcels<Integer> out) {
      int size = texts.length(index);
      int first = size == 0 ? 0 : new Overlap(threshold).probed(size);
      long ref = labels[0] | index;
      long label = labels[index + 1] == Components.ALONE ? ref : labels[index + 1];
      long[] sketch = sketch(index);
      for (int position = 0; position < first; position++) {
        long element = texts.all()[texts.from(index) + position];
        if (Rarity.rank(element) != Rarity.SINGLE) {
          int part = Longs.part(element, parts);
          out.begin(part, WIDTH);
          out.add(part, element);
          out.add(part, ref);
          out.add(part, label);
          out.add(part, (long) size << Integer.SIZE | position);
          out.add(part, sketch, 0, sketch.length);
        }
      }
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

  /// The entries of a part, sorted by element, label and text.
  private static final class Elements {

    private final long[] entries;
    private final int[] order;
    private final Which which;
    private final Overlap overlap;

    Elements(long[] entries, Which which, double threshold) {
      this.entries = entries;
      this.order = Longs.order(entries, WIDTH, ELEMENT, LABEL, REF);
      this.which = which;
      this.overlap = new Overlap(threshold);
    }

    /// One text of an element, and those it is to be paired with.
    private record Row(int at, int from, int to) {}

    Iterator<Row> rows() {
      return new Iterator<>() {
        private final ArrayList<Row> ready = new ArrayList<>();
        private int at;

        @Override
        public boolean hasNext() {
          while (ready.isEmpty() && at < order.length) {
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

    /// Makes the rows of the element that begins at a place, and gives where the next one begins.
    private int open(int from, List<Row> rows) {
      int to = from + 1;
      while (to < order.length && get(to, ELEMENT) == get(from, ELEMENT)) {
        to++;
      }
      if (get(from, LABEL) == get(to - 1, LABEL)) {
        return to;
      }
      if (which == Which.STAR) {
        rows.add(new Row(center(from, to), from, to));
        return to;
      }
      int end = from;
      for (int at = from; at < to; at++) {
        while (end < to && get(end, LABEL) == get(at, LABEL)) {
          end++;
        }
        if (end < to) {
          rows.add(new Row(at, end, to));
        }
      }
      return to;
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
      long ref = get(row.at(), REF);
      long label = get(row.at(), LABEL);
      for (int at = row.from(); at < row.to(); at++) {
        if (get(at, LABEL) != label && mayBeAlike(row.at(), at)) {
          out.put(Texts.part(ref), ref, get(at, REF));
        }
      }
    }

    private boolean mayBeAlike(int one, int other) {
      int size = size(one);
      int otherSize = size(other);
      int needed = overlap.needed(size, otherSize);
      int follow = Math.min(size - position(one), otherSize - position(other));
      return follow >= needed
          && Long.bitCount(get(one, SKETCH) ^ get(other, SKETCH))
                  + Long.bitCount(get(one, SKETCH + 1) ^ get(other, SKETCH + 1))
              <= size + otherSize - 2 * needed;
    }

    private long get(int at, int what) {
      return entries[order[at] * WIDTH + what];
    }

    private int size(int at) {
      return (int) (get(at, PLACE) >>> Integer.SIZE);
    }

    private int position(int at) {
      return (int) get(at, PLACE);
    }
  }
}

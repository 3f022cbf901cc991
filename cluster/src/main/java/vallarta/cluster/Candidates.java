package vallarta.cluster;

import java.util.Collections;
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
/// Each text sends an [Entry] to each of its first elements, where it meets the others ([Cell]).
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
              Cells into = which == Which.STAR ? Cells.WHOLE : cells;
              return new Parcels<>(part.indexes(), parts, (it, out) -> part.send(it, into, out));
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

    /// Sends entries to the cells of their elements.
    void send(int index, Cells cells, Parcels<Integer> out) {
      int size = texts.length(index);
      int first = size == 0 ? 0 : overlap.probed(size);
      long[] sketch = sketch(index);
      for (int position = 0; position < first; position++) {
        int at = texts.from(index) + position;
        cells.send(texts.all()[at], labels[0] | index, key -> entry(index, at, key, sketch, out));
      }
    }

    private void entry(int index, int at, long key, long[] sketch, Parcels<Integer> out) {
      if (Rarity.rank(texts.all()[at]) == Rarity.SINGLE) {
        return;
      }
      long ref = labels[0] | index;
      int part = Longs.part(Cells.cell(key), parts);
      out.begin(part, Entry.WIDTH);
      out.add(part, key);
      out.add(part, ref);
      out.add(part, labels[index + 1] == Components.ALONE ? ref : labels[index + 1]);
      out.add(part, (long) texts.length(index) << Integer.SIZE | at - texts.from(index));
      out.add(part, sketch, 0, sketch.length);
    }

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
      this.entries =
          Longs.sorted(arrived, Entry.WIDTH, Entry.KEY, Entry.LABEL, Entry.PLACE, Entry.REF);
      this.count = entries.length / Entry.WIDTH;
      this.which = which;
      this.overlap = new Overlap(threshold);
    }

    Iterator<Cell.Row> rows() {
      int[] needed = needed();
      return new Iterator<>() {
        private Iterator<Cell.Row> ready = Collections.emptyIterator();
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
        public Cell.Row next() {
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
      for (int at = Entry.PLACE; at < entries.length; at += Entry.WIDTH) {
        largest = Math.max(largest, (int) (entries[at] >>> Integer.SIZE));
      }
      int[] bySum = new int[2 * largest + 1];
      for (int sum = 0; sum < bySum.length; sum++) {
        bySum[sum] = overlap.needed(sum, 0);
      }
      return bySum;
    }

    private int end(int from) {
      long cell = Cells.cell(entries[from * Entry.WIDTH + Entry.KEY]);
      int to = from + 1;
      while (to < count && Cells.cell(entries[to * Entry.WIDTH + Entry.KEY]) == cell) {
        to++;
      }
      return to;
    }
  }
}

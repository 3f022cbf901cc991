package vallarta.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;
import vallarta.engine.similarity.Overlap;

/// Compares the pairs by the true coefficient, and keeps what connects.
///
/// The shingles of the first text of a pair travel to the part of the second one, once for all
/// second ones there.
final class Verification {

  private Verification() {}

  /// Edges from texts to the text of the lowest reference that the part knows them connected with.
  /// They connect what the pairs that are alike connect.
  static JavaRDD<long[]> edges(
      JavaRDD<Texts> texts, JavaRDD<long[]> pairs, double threshold, int parts) {
    JavaRDD<Tuple2<Integer, long[]>> visits =
        texts.zipPartitions(
            pairs,
            (of, with) -> {
              Visits sending = new Visits(of.next(), with.next());
              return new Parcels<>(sending.runs(), parts, sending::send);
            });
    return Parcels.deliver(visits, parts)
        .zipPartitions(
            texts,
            (parcels, of) -> {
              Comparing comparing = new Comparing(of.next(), new Overlap(threshold));
              parcels.forEachRemaining(comparing::parcel);
              return List.of(comparing.edges()).iterator();
            });
  }

  /// Pairs of one first text and second ones of one part behind each other.
  private record Run(int from, int to) {}

  private record Visits(Texts texts, long[] pairs) {

    Iterator<Run> runs() {
      return new Iterator<>() {
        private int at;

        @Override
        public boolean hasNext() {
          return at < pairs.length;
        }

        @Override
        public Run next() {
          int from = at;
          while (at < pairs.length
              && pairs[at] == pairs[from]
              && Texts.part(pairs[at + 1]) == Texts.part(pairs[from + 1])) {
            at += 2;
          }
          return new Run(from, at);
        }
      };
    }

    /// Reference, how many shingles, how many others, shingles, others.
    void send(Run run, Parcels<Run> out) {
      int part = Texts.part(pairs[run.from() + 1]);
      int index = Texts.index(pairs[run.from()]);
      int others = (run.to() - run.from()) / 2;
      out.begin(part, 3 + texts.length(index) + others);
      out.add(part, pairs[run.from()]);
      out.add(part, texts.length(index));
      out.add(part, others);
      out.add(part, texts.all(), texts.from(index), texts.to(index));
      for (int at = run.from(); at < run.to(); at += 2) {
        out.add(part, pairs[at + 1]);
      }
    }
  }

  private static final class Comparing {

    private final Texts texts;
    private final Overlap overlap;
    private final Map<Long, Integer> nodes = new HashMap<>();
    private long[] refs;
    private int[] parents;
    private int size;

    Comparing(Texts texts, Overlap overlap) {
      this.texts = texts;
      this.overlap = overlap;
      this.refs = new long[64];
      this.parents = new int[64];
    }

    void parcel(long[] parcel) {
      for (int at = 0; at < parcel.length; ) {
        int length = (int) parcel[at + 1];
        int others = (int) parcel[at + 2];
        int shingles = at + 3;
        int end = shingles + length + others;
        for (int other = shingles + length; other < end; other++) {
          compare(parcel, parcel[at], shingles, length, parcel[other]);
        }
        at = end;
      }
    }

    private void compare(long[] of, long ref, int from, int length, long other) {
      int one = find(node(ref));
      int two = find(node(other));
      int index = Texts.index(other);
      if (one != two
          && alike(of, from, from + length, texts.all(), texts.from(index), texts.to(index))) {
        int lower = refs[one] < refs[two] ? one : two;
        parents[one] = lower;
        parents[two] = lower;
      }
    }

    private boolean alike(long[] a, int i, int endA, long[] b, int j, int endB) {
      int missing = overlap.needed(endA - i, endB - j);
      while (missing > 0 && Math.min(endA - i, endB - j) >= missing) {
        long x = a[i];
        long y = b[j];
        missing -= x == y ? 1 : 0;
        i += x <= y ? 1 : 0;
        j += x >= y ? 1 : 0;
      }
      return missing == 0;
    }

    private int node(long ref) {
      Integer known = nodes.get(ref);
      if (known != null) {
        return known;
      }
      if (size == refs.length) {
        refs = Arrays.copyOf(refs, size * 2);
        parents = Arrays.copyOf(parents, size * 2);
      }
      refs[size] = ref;
      parents[size] = size;
      nodes.put(ref, size);
      return size++;
    }

    private int find(int node) {
      int at = node;
      while (parents[at] != at) {
        parents[at] = parents[parents[at]];
        at = parents[at];
      }
      return at;
    }

    long[] edges() {
      long[] edges = new long[2 * size];
      int count = 0;
      for (int node = 0; node < size; node++) {
        int root = find(node);
        if (root != node) {
          edges[count++] = refs[node];
          edges[count++] = refs[root];
        }
      }
      return Longs.distinctPairs(Arrays.copyOf(edges, count));
    }
  }
}

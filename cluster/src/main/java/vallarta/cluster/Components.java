package vallarta.cluster;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;
import vallarta.engine.similarity.Hash;

/// The connected components of the edges, on the cluster: each text learns the lowest reference
/// that it is connected with.
///
/// Lowest labels spread and paths are shortened in turn (R. Kiveris and others, "Connected
/// components in MapReduce and beyond", SoCC 2014: large-star and small-star) until nothing
/// changes, after about the logarithm of the longest path.
final class Components {

  /// The label of a text that is connected with no other.
  static final long ALONE = -1;

  /// A step has a task for so many: less of them, and starting tasks would take longer than they
  /// do.
  private static final int EDGES_IN_PART = 100_000;

  private Components() {}

  /// An edge from each text that is not the lowest of its component to the lowest one.
  ///
  /// @param most parts at a time
  static JavaRDD<long[]> stars(JavaRDD<long[]> edges, int most) {
    JavaRDD<long[]> now = edges.persist(StorageLevel.MEMORY_AND_DISK());
    Content before = Content.NONE;
    Content content = content(now);
    while (!content.equals(before)) {
      int parts = (int) Math.min(content.edges / EDGES_IN_PART + 1, most);
      JavaRDD<long[]> next =
          step(step(now, true, parts), false, parts).persist(StorageLevel.MEMORY_AND_DISK());
      before = content;
      content = content(next);
      now.unpersist();
      now = next;
    }
    return now;
  }

  /// What tells sets of edges apart: how many there are, and the sum of their hashes, which does
  /// not depend on the order.
  private record Content(long edges, long hash) implements Serializable {

    static final Content NONE = new Content(0, 0);

    static Content of(long[] edges) {
      long sum = 0;
      for (int at = 0; at < edges.length; at += 2) {
        sum += Hash.mix(Hash.mix(edges[at]) * 31 + edges[at + 1]);
      }
      return new Content(edges.length / 2, sum);
    }

    Content and(Content other) {
      return new Content(edges + other.edges, hash + other.hash);
    }
  }

  private static Content content(JavaRDD<long[]> edges) {
    return edges.map(Content::of).fold(Content.NONE, Content::and);
  }

  private static JavaRDD<long[]> step(JavaRDD<long[]> edges, boolean large, int parts) {
    JavaRDD<Tuple2<Integer, long[]>> sent =
        edges.mapPartitions(blocks ->
            new Parcels<>(
                blocks,
                parts,
                (block, out) -> {
                  for (int at = 0; at < block.length; at += 2) {
                    long high = Math.max(block[at], block[at + 1]);
                    long low = Math.min(block[at], block[at + 1]);
                    out.put(Longs.part(high, parts), high, low);
                    if (large) {
                      out.put(Longs.part(low, parts), low, high);
                    }
                  }
                }));
    return Parcels.deliver(sent, parts)
        .mapPartitions(parcels -> List.of(stars(Longs.gather(parcels), large)).iterator());
  }

  /// Connects neighbors with the lowest of them: those above the node itself in a large star, all
  /// in a small one.
  private static long[] stars(long[] arrived, boolean large) {
    long[] pairs = Longs.distinctPairs(arrived);
    long[] edges = new long[pairs.length];
    int size = 0;
    for (int from = 0; from < pairs.length; ) {
      long node = pairs[from];
      long lowest = Math.min(node, pairs[from + 1]);
      int at = from;
      for (; at < pairs.length && pairs[at] == node; at += 2) {
        long neighbor = pairs[at + 1];
        if (large ? neighbor > node : neighbor != lowest) {
          edges[size++] = neighbor;
          edges[size++] = lowest;
        }
      }
      if (!large) {
        edges[size++] = node;
        edges[size++] = lowest;
      }
      from = at;
    }
    return Longs.distinctPairs(Arrays.copyOf(edges, size));
  }

  /// The labels of the texts of each part: the reference of its first text, and then for each text
  /// the lowest reference of its component, or [#ALONE].
  static JavaRDD<long[]> labels(JavaRDD<Texts> texts, JavaRDD<long[]> stars, int parts) {
    JavaRDD<Tuple2<Integer, long[]>> sent =
        stars.mapPartitions(blocks -> new Parcels<>(blocks, parts, Components::tell));
    return none(texts)
        .zipPartitions(
            Parcels.deliver(sent, parts),
            (none, parcels) -> {
              long[] labels = none.next();
              while (parcels.hasNext()) {
                long[] parcel = parcels.next();
                for (int at = 0; at < parcel.length; at += 2) {
                  labels[Texts.index(parcel[at]) + 1] = parcel[at + 1];
                }
              }
              return List.of(labels).iterator();
            });
  }

  /// Tells a text its label, and the lowest one that it is not alone.
  private static void tell(long[] stars, Parcels<long[]> out) {
    Set<Long> told = new HashSet<>();
    for (int at = 0; at < stars.length; at += 2) {
      long lowest = stars[at + 1];
      out.put(Texts.part(stars[at]), stars[at], lowest);
      if (told.add(lowest)) {
        out.put(Texts.part(lowest), lowest, lowest);
      }
    }
  }

  /// The labels of texts of which no two are connected.
  static JavaRDD<long[]> none(JavaRDD<Texts> texts) {
    return texts.mapPartitionsWithIndex(
        (part, of) -> {
          long[] labels = new long[of.next().size() + 1];
          Arrays.fill(labels, ALONE);
          labels[0] = Texts.ref(part, 0);
          return List.of(labels).iterator();
        },
        true);
  }
}

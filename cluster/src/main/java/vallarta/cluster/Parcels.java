package vallarta.cluster;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/// Records on their way from the parts of one step to the parts of the next, many in one array.
///
/// A record is a few longs. Thousands of them travel as one array: an object for each would cost
/// more than the work. A parcel leaves as soon as it is full, so that a task holds few of them,
/// however much it sends.
///
/// @param <T> what the records are made from
final class Parcels<T> implements Iterator<Tuple2<Integer, long[]>> {

  private static final int FULL = 8192;

  private final Iterator<T> items;
  private final Packing<T> packing;
  private final long[][] open;
  private final int[] sizes;
  private final ArrayDeque<Tuple2<Integer, long[]>> ready = new ArrayDeque<>();
  private boolean ended;

  /// Makes the records of one item.
  interface Packing<T> extends Serializable {
    void pack(T item, Parcels<T> out);
  }

  Parcels(Iterator<T> items, int parts, Packing<T> packing) {
    this.items = items;
    this.packing = packing;
    this.open = new long[parts][];
    this.sizes = new int[parts];
  }

  /// Sends parcels to their parts.
  static JavaRDD<long[]> deliver(JavaRDD<Tuple2<Integer, long[]>> parcels, int parts) {
    return JavaPairRDD.fromJavaRDD(parcels).partitionBy(new HashPartitioner(parts)).values();
  }

  /// Makes room for a record, which is never cut.
  void begin(int part, int longs) {
    long[] parcel = open[part];
    if (parcel != null && sizes[part] + longs > Math.max(FULL, longs)) {
      send(part);
      parcel = null;
    }
    if (parcel == null) {
      open[part] = new long[Math.max(256, longs)];
    } else if (sizes[part] + longs > parcel.length) {
      open[part] =
          Arrays.copyOf(parcel, Math.max(Math.min(parcel.length * 4, FULL), sizes[part] + longs));
    }
  }

  void add(int part, long value) {
    open[part][sizes[part]++] = value;
  }

  void add(int part, long[] values, int from, int to) {
    System.arraycopy(values, from, open[part], sizes[part], to - from);
    sizes[part] += to - from;
  }

  void put(int part, long one, long two) {
    begin(part, 2);
    add(part, one);
    add(part, two);
  }

  private void send(int part) {
    if (sizes[part] > 0) {
      ready.add(new Tuple2<>(part, Arrays.copyOf(open[part], sizes[part])));
      sizes[part] = 0;
    }
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && items.hasNext()) {
      packing.pack(items.next(), this);
    }
    if (ready.isEmpty() && !ended) {
      ended = true;
      for (int part = 0; part < open.length; part++) {
        send(part);
      }
    }
    return !ready.isEmpty();
  }

  @Override
  public Tuple2<Integer, long[]> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }
}

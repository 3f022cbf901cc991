package vallarta.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import vallarta.engine.similarity.Hash;

/// The distinct texts of one part: their shingles, and the keys of all copies.
///
/// A text is referred to by its part and its place in it ([#ref(int, int)]). The place follows from
/// the texts alone, so that a part that was lost with its machine is the same when it is made
/// again.
final class Texts implements Serializable {

  private static final long serialVersionUID = 1;

  private final long[] keys;
  private final int[] ends;
  private final long[] shingles;
  private final long[] copies;
  private final int[] copyOf;

  private Texts(long[] keys, int[] ends, long[] shingles, long[] copies, int[] copyOf) {
    this.keys = keys;
    this.ends = ends;
    this.shingles = shingles;
    this.copies = copies;
    this.copyOf = copyOf;
  }

  static long ref(int part, int index) {
    return (long) part << Integer.SIZE | index;
  }

  static int part(long ref) {
    return (int) (ref >>> Integer.SIZE);
  }

  static int index(long ref) {
    return (int) ref;
  }

  int size() {
    return keys.length;
  }

  /// The smallest key of the copies of a text.
  long key(int index) {
    return keys[index];
  }

  int from(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }

  int to(int index) {
    return ends[index];
  }

  int length(int index) {
    return to(index) - from(index);
  }

  long[] all() {
    return shingles;
  }

  int copies() {
    return copies.length;
  }

  long copyKey(int copy) {
    return copies[copy];
  }

  int copyOf(int copy) {
    return copyOf[copy];
  }

  /// The same texts with their shingles told in another way, as many for each.
  Texts with(UnaryOperator<long[]> told) {
    long[] other = new long[shingles.length];
    for (int i = 0; i < size(); i++) {
      long[] of = told.apply(Arrays.copyOfRange(shingles, from(i), to(i)));
      System.arraycopy(of, 0, other, from(i), of.length);
    }
    return new Texts(keys, ends, other, copies, copyOf);
  }

  /// Sends a text to the part that its content belongs to. Of the copies that one task reads only
  /// the first is sent with its shingles.
  static final class Sending implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int HEAD = 4;
    private static final int KNOWN = -1;

    private final java.util.HashSet<Digest> sent = new java.util.HashSet<>();

    <T> void send(long key, long[] shingles, int parts, Parcels<T> out) {
      Digest digest = Digest.of(key, shingles);
      int part = Longs.part(digest.low(), parts);
      boolean first = sent.add(digest);
      out.begin(part, HEAD + (first ? shingles.length : 0));
      out.add(part, digest.high());
      out.add(part, digest.low());
      out.add(part, key);
      out.add(part, first ? shingles.length : KNOWN);
      if (first) {
        out.add(part, shingles, 0, shingles.length);
      }
    }
  }

  private record Arrival(long[] parcel, int at) {

    private static final Comparator<Arrival> ORDER =
        Comparator.comparingLong(Arrival::high)
            .thenComparingLong(Arrival::low)
            .thenComparingLong(Arrival::key);

    long high() {
      return parcel[at];
    }

    long low() {
      return parcel[at + 1];
    }

    long key() {
      return parcel[at + 2];
    }

    int length() {
      return (int) parcel[at + 3];
    }

    boolean isCopyOf(Arrival other) {
      return high() == other.high() && low() == other.low();
    }
  }

  /// Puts what has arrived at a part together, copies once.
  static Texts collapse(Iterator<long[]> parcels) {
    List<Arrival> arrivals = new ArrayList<>();
    while (parcels.hasNext()) {
      long[] parcel = parcels.next();
      for (int at = 0; at < parcel.length; ) {
        Arrival arrival = new Arrival(parcel, at);
        arrivals.add(arrival);
        at += Sending.HEAD + Math.max(0, arrival.length());
      }
    }
    arrivals.sort(Arrival.ORDER);
    return new Collapse(arrivals).texts();
  }

  private static final class Collapse {

    private final List<Arrival> arrivals;
    private final List<Arrival> whole = new ArrayList<>();
    private final long[] smallest;
    private final int[] copyOf;

    Collapse(List<Arrival> sorted) {
      this.arrivals = sorted;
      this.smallest = new long[sorted.size()];
      this.copyOf = new int[sorted.size()];
    }

    Texts texts() {
      for (int from = 0; from < arrivals.size(); ) {
        from = one(from);
      }
      int[] ends = new int[whole.size()];
      int size = 0;
      for (int i = 0; i < ends.length; i++) {
        size = Math.addExact(size, whole.get(i).length());
        ends[i] = size;
      }
      long[] shingles = new long[size];
      for (int i = 0; i < ends.length; i++) {
        Arrival it = whole.get(i);
        System.arraycopy(
            it.parcel(), it.at() + Sending.HEAD, shingles, ends[i] - it.length(), it.length());
      }
      return new Texts(
          Arrays.copyOf(smallest, ends.length),
          ends,
          shingles,
          arrivals.stream().mapToLong(Arrival::key).toArray(),
          copyOf);
    }

    private int one(int from) {
      Arrival first = arrivals.get(from);
      Arrival withShingles = first;
      int at = from;
      for (; at < arrivals.size() && arrivals.get(at).isCopyOf(first); at++) {
        copyOf[at] = whole.size();
        if (arrivals.get(at).length() >= 0) {
          withShingles = arrivals.get(at);
        }
      }
      smallest[whole.size()] = first.key();
      whole.add(withShingles);
      return at;
    }
  }

  /// The content of a text in 128 bits: texts with the same are copies. A text without shingles is
  /// like no other, so that its key is its content.
  private record Digest(long high, long low) {

    static Digest of(long key, long[] shingles) {
      long high = shingles.length == 0 ? Hash.mix(key) : shingles.length;
      long low = ~high;
      for (long shingle : shingles) {
        high = Hash.mix(high * 31 + shingle);
        low = Hash.mix(low * 37 ^ shingle);
      }
      return new Digest(high, low);
    }
  }
}

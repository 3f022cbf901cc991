package vallarta.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;
import vallarta.engine.similarity.Settling;

/// Brings the texts of each component together, lets the engine make groups of them, and tells
/// every key its group.
final class Settlement {

  /// Label, reference, smallest key, copies, how many shingles; then these.
  private static final int HEAD = 5;

  private Settlement() {}

  /// Keys with their groups, two longs each, in no order.
  static JavaRDD<long[]> groups(JavaRDD<Texts> texts, JavaRDD<long[]> labels, int parts) {
    JavaRDD<Tuple2<Integer, long[]>> members =
        texts.zipPartitions(
            labels,
            (of, with) -> {
              Part part = Part.of(of.next(), with.next());
              return new Parcels<>(
                  part.connected(), parts, (index, out) -> part.send(index, parts, out));
            });
    JavaRDD<Tuple2<Integer, long[]>> settled =
        Parcels.deliver(members, parts)
            .mapPartitions(
                parcels -> new Parcels<>(components(parcels), parts, Settlement::settle));
    return texts.zipPartitions(
        Parcels.deliver(settled, parts),
        (of, parcels) -> List.of(named(of.next(), parcels)).iterator());
  }

  private record Part(Texts texts, long[] labels, int[] copies) {

    static Part of(Texts texts, long[] labels) {
      int[] copies = new int[texts.size()];
      for (int copy = 0; copy < texts.copies(); copy++) {
        copies[texts.copyOf(copy)]++;
      }
      return new Part(texts, labels, copies);
    }

    Iterator<Integer> connected() {
      return IntStream.range(0, texts.size())
          .filter(index -> labels[index + 1] != Components.ALONE)
          .iterator();
    }

    void send(int index, int parts, Parcels<Integer> out) {
      long label = labels[index + 1];
      int part = Longs.part(label, parts);
      out.begin(part, HEAD + texts.length(index));
      out.add(part, label);
      out.add(part, labels[0] | index);
      out.add(part, texts.key(index));
      out.add(part, copies[index]);
      out.add(part, texts.length(index));
      out.add(part, texts.all(), texts.from(index), texts.to(index));
    }
  }

  private record Connected(long ref, Settling.Member member) {}

  /// Components one after the other; what has been taken is let go.
  private static Iterator<List<Connected>> components(Iterator<long[]> parcels) {
    Map<Long, List<Connected>> components = new HashMap<>();
    while (parcels.hasNext()) {
      long[] parcel = parcels.next();
      for (int at = 0; at < parcel.length; ) {
        int end = at + HEAD + (int) parcel[at + 4];
        long[] elements = Arrays.copyOfRange(parcel, at + HEAD, end);
        components
            .computeIfAbsent(parcel[at], label -> new ArrayList<>(2))
            .add(
                new Connected(
                    parcel[at + 1], new Settling.Member(parcel[at + 2], parcel[at + 3], elements)));
        at = end;
      }
    }
    return components.values().iterator();
  }

  private static void settle(List<Connected> component, Parcels<List<Connected>> out) {
    Map<Long, Long> refs = new HashMap<>();
    component.forEach(it -> refs.put(it.member().key(), it.ref()));
    for (Settling.Settled group : Settling.of(component.stream().map(Connected::member).toList())) {
      for (Settling.Member member : group.members()) {
        long ref = Objects.requireNonNull(refs.get(member.key()));
        out.put(Texts.part(ref), ref, group.id());
      }
    }
  }

  private static long[] named(Texts texts, Iterator<long[]> parcels) {
    long[] groups = new long[texts.size()];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = texts.key(i);
    }
    while (parcels.hasNext()) {
      long[] parcel = parcels.next();
      for (int at = 0; at < parcel.length; at += 2) {
        groups[Texts.index(parcel[at])] = parcel[at + 1];
      }
    }
    long[] named = new long[2 * texts.copies()];
    for (int copy = 0; copy < texts.copies(); copy++) {
      named[2 * copy] = texts.copyKey(copy);
      named[2 * copy + 1] = groups[texts.copyOf(copy)];
    }
    return named;
  }
}

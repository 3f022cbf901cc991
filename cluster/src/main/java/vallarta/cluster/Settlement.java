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
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;
import vallarta.engine.similarity.Campaigns;
import vallarta.engine.similarity.Settling;

/// Brings the texts of each component together, lets the engine make groups of them, and tells
/// every key its group.
final class Settlement {

  /// Label, reference, smallest key, copies, how many shingles; then these.
  private static final int HEAD = 5;

  private static final long SINGLE = -1;

  private Settlement() {}

  /// For each text its group, and how many texts the group has if it is the medoid, 0 if it is
  /// another one, [#SINGLE] if it is alone.
  static JavaRDD<long[]> of(JavaRDD<Texts> texts, JavaRDD<long[]> labels, int parts) {
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
        (of, parcels) -> List.of(settled(of.next(), parcels)).iterator());
  }

  /// The campaigns among the groups: id, how many texts, the shingles of the medoid.
  static List<long[]> campaigns(JavaRDD<Texts> texts, JavaRDD<long[]> settled) {
    return texts
        .zipPartitions(
            settled,
            (of, with) -> {
              Texts all = of.next();
              long[] groups = with.next();
              return IntStream.range(0, all.size())
                  .filter(index -> groups[2 * index + 1] >= Campaigns.LEAST_TEXTS)
                  .filter(index -> all.length(index) >= Campaigns.LEAST_SHINGLES)
                  .mapToObj(index -> campaign(all, groups, index))
                  .iterator();
            })
        .collect();
  }

  private static long[] campaign(Texts texts, long[] groups, int index) {
    long[] campaign = new long[2 + texts.length(index)];
    campaign[0] = groups[2 * index];
    campaign[1] = groups[2 * index + 1];
    System.arraycopy(texts.all(), texts.from(index), campaign, 2, texts.length(index));
    return campaign;
  }

  /// Keys with their groups, two longs each, in no order. Texts that are alone go with the campaign
  /// that they contain.
  static JavaRDD<long[]> groups(
      JavaRDD<Texts> texts, JavaRDD<long[]> settled, Broadcast<List<long[]>> told) {
    return texts.zipPartitions(
        settled,
        (of, with) -> {
          Campaigns campaigns = new Campaigns();
          told.value()
              .forEach(it -> campaigns.put(it[0], it[1], Arrays.copyOfRange(it, 2, it.length)));
          return List.of(named(of.next(), with.next(), campaigns)).iterator();
        });
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
        int part = Texts.part(ref);
        out.begin(part, 3);
        out.add(part, ref);
        out.add(part, group.id());
        out.add(part, member.key() == group.medoid().key() ? group.texts() : 0);
      }
    }
  }

  private static long[] settled(Texts texts, Iterator<long[]> parcels) {
    long[] groups = new long[2 * texts.size()];
    for (int copy = 0; copy < texts.copies(); copy++) {
      groups[2 * texts.copyOf(copy) + 1]++;
    }
    for (int i = 0; i < texts.size(); i++) {
      groups[2 * i] = texts.key(i);
      if (groups[2 * i + 1] < Campaigns.LEAST_TEXTS) {
        groups[2 * i + 1] = SINGLE;
      }
    }
    while (parcels.hasNext()) {
      long[] parcel = parcels.next();
      for (int at = 0; at < parcel.length; at += 3) {
        groups[2 * Texts.index(parcel[at])] = parcel[at + 1];
        groups[2 * Texts.index(parcel[at]) + 1] = parcel[at + 2];
      }
    }
    return groups;
  }

  private static long[] named(Texts texts, long[] settled, Campaigns campaigns) {
    long[] groups = new long[texts.size()];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = settled[2 * i];
      if (settled[2 * i + 1] == SINGLE) {
        groups[i] =
            campaigns.of(Arrays.copyOfRange(texts.all(), texts.from(i), texts.to(i)), groups[i]);
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

package vallarta.engine.similarity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The texts that were added: each different one as a set, and of which one each key is a copy.
final class Versions {

  private final Sets sets = new Sets();
  private final boolean keepsFeatures;
  private final List<Features> features = new ArrayList<>();
  private final List<Desk> desks = new ArrayList<>();
  private final LongTable byHash = new LongTable();
  private final LongArray again = new LongArray();
  private long[] smallestKey = new long[64];
  private int[] copies = new int[64];
  private Rarity rarity = new Rarity(1);
  private int ordered;

  Versions(boolean keepsFeatures) {
    this.keepsFeatures = keepsFeatures;
  }

  /// Where one thread adds texts.
  final class Desk {

    private final Shingling shingling = new Shingling();
    private final Sets.Filler filler = sets.new Filler();
    private final LongArray keys = new LongArray();
    private final LongArray of = new LongArray();

    int add(long key, String text) {
      Features full = keepsFeatures ? Features.of(text) : null;
      return add(key, full == null ? shingling.of(text) : full.shingles(), full);
    }

    void add(long key, byte[] utf8, int from, int to) {
      if (keepsFeatures) {
        add(key, new String(utf8, from, to - from, StandardCharsets.UTF_8));
      } else {
        add(key, shingling.of(utf8, from, to), null);
      }
    }

    private int add(long key, long[] shingles, @Nullable Features full) {
      int version = enter(key, shingles, full, filler);
      keys.add(key);
      of.add(version);
      return version;
    }
  }

  synchronized Desk desk() {
    Desk desk = new Desk();
    desks.add(desk);
    return desk;
  }

  private synchronized int enter(
      long key, long[] shingles, @Nullable Features full, Sets.Filler filler) {
    if (shingles.length == 0) {
      return create(key, shingles, full, filler);
    }
    long hash = full == null ? Hash.chain(Hash.START, shingles) : full.longHash();
    int known = byHash.get(hash);
    while (known != LongTable.NONE && !isCopy(known, shingles, full)) {
      hash = Hash.mix(hash);
      known = byHash.get(hash);
    }
    if (known == LongTable.NONE) {
      int version = create(key, shingles, full, filler);
      byHash.put(hash, version);
      return version;
    }
    copies[known]++;
    smallestKey[known] = Math.min(smallestKey[known], key);
    if (known < ordered) {
      again.add(known);
    }
    return known;
  }

  private boolean isCopy(int version, long[] shingles, @Nullable Features full) {
    if (full != null) {
      return features.get(version).equals(full);
    }
    return sets.holds(version, version < ordered ? rarity.elements(shingles) : hashes(shingles));
  }

  private static long[] hashes(long[] shingles) {
    return Arrays.stream(shingles).map(it -> it & Rarity.HASH).toArray();
  }

  private int create(long key, long[] shingles, @Nullable Features full, Sets.Filler filler) {
    int version = filler.add(shingles);
    if (version == copies.length) {
      copies = Arrays.copyOf(copies, version + version / 2 + (1 << 10));
      smallestKey = Arrays.copyOf(smallestKey, copies.length);
    }
    copies[version] = 1;
    smallestKey[version] = key;
    if (full != null) {
      features.add(full);
    }
    return version;
  }

  Sets sets() {
    return sets;
  }

  int count() {
    return sets.count();
  }

  int copies(int version) {
    return copies[version];
  }

  long smallestKey(int version) {
    return smallestKey[version];
  }

  Settling.Member member(int version) {
    return new Settling.Member(smallestKey[version], copies[version], sets.copy(version));
  }

  boolean areTold(int one, int other) {
    return Telling.apart(features.get(one), features.get(other));
  }

  /// The numbers, negations and conditions of a text.
  long marks(int version) {
    return features.get(version).marksHash();
  }

  /// Whether its near-duplicates all have the same of them.
  boolean isStrict(int version) {
    return Telling.isStrict(features.get(version));
  }

  /// Those of the versions in order of which there are more copies since the last time.
  int[] again() {
    int[] all = Arrays.stream(again.distinct()).mapToInt(Math::toIntExact).toArray();
    again.clear();
    return all;
  }

  /// Puts the sets of new versions into the order of shingles; of all versions when that is a new
  /// one.
  void order(Rarity by, int threads) {
    int first = by == rarity ? ordered : 0;
    rarity = by;
    int count = sets.count();
    Parallel.ranges(
        threads,
        first,
        count,
        (from, to) -> {
          for (int version = from; version < to; version++) {
            sets.order(version, by);
          }
        });
    ordered = count;
  }

  /// How many keys there are.
  int texts() {
    int texts = 0;
    for (Desk desk : desks) {
      texts += desk.keys.size();
    }
    return texts;
  }

  /// What takes a key and the version that it is a copy of.
  interface Copies {

    void take(long key, int version);
  }

  /// Goes through the keys of each desk in the order in which they came.
  void forEach(Copies copies) {
    for (Desk desk : desks) {
      for (int i = 0; i < desk.keys.size(); i++) {
        copies.take(desk.keys.get(i), (int) desk.of.get(i));
      }
    }
  }
}

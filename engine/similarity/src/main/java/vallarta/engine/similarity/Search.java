package vallarta.engine.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Finds the near-duplicates of versions that are new, and joins their components: all of them at
/// once, in parts of the elements that fit the caches of the machine, or a few among many by an
/// index.
final class Search {

  private static final int ENTRIES_AT_A_TIME = 1 << 22;
  private static final int MOST_RUNS = 8;

  private final Versions versions;
  private final Sets sets;
  private final Overlap overlap;
  private final Forest forest;
  private final boolean isTold;
  private final int threads;
  private final List<Entries> runs = new ArrayList<>();
  private Entries[] parts = {};

  Search(Versions versions, Similarity similarity, Forest forest, int threads) {
    this.versions = versions;
    this.sets = versions.sets();
    this.overlap = new Overlap(similarity.threshold());
    this.isTold = similarity.isTold();
    this.forest = forest;
    this.threads = threads;
  }

  private Bucket bucket() {
    Bucket.Rule rule =
        isTold ? (one, other) -> !versions.areTold(one, other) : (one, other) -> true;
    return new Bucket(sets, overlap, rule, forest);
  }

  /// Compares all versions with each other, but those before a number only with those behind it.
  ///
  /// The classes of their elements must count all of them.
  ///
  /// @return how many pairs were looked at
  long all(int old, Grouping.Progress progress) {
    parts = new Entries[0];
    runs.clear();
    int count = partsOf(versions.count());
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    long[] comparisons = new long[threads];
    Parallel.run(
        threads,
        thread -> {
          Bucket bucket = bucket();
          Entries entries = new Entries(1024);
          for (int part = next.getAndIncrement(); part < count; part = next.getAndIncrement()) {
            entries.clear();
            gather(entries, 0, versions.count(), part, count, true);
            entries.sort(bits(count));
            for (int at = 0; at < entries.size(); at = entries.end(at)) {
              bucket.join(entries.entries(), at, entries.end(at), old);
            }
            progress.at("compare", done.incrementAndGet(), count);
          }
          comparisons[thread] = bucket.comparisons();
        });
    return Arrays.stream(comparisons).sum();
  }

  /// Compares the versions from a number on with all.
  long few(int old) {
    if (parts.length == 0 || runs.size() == MOST_RUNS) {
      index(old);
    }
    Bucket bucket = bucket();
    Entries added = new Entries(1024);
    gather(added, old, versions.count(), 0, 1, false);
    added.sort(0);
    for (int at = 0; at < added.size(); at = added.end(at)) {
      Entries met = new Entries(16);
      long element = added.element(at);
      collect(parts[part(element, parts.length)], element, met);
      runs.forEach(run -> collect(run, element, met));
      for (int i = at; i < added.end(at); i++) {
        met.add(element, added.entries()[i]);
      }
      bucket.join(met.entries(), 0, met.size(), old);
    }
    runs.add(added);
    return bucket.comparisons();
  }

  private static void collect(Entries from, long element, Entries into) {
    int at = from.place(element);
    while (at < from.size() && from.element(at) == element) {
      into.add(element, from.entries()[at++]);
    }
  }

  private void index(int old) {
    runs.clear();
    int count = partsOf(old);
    parts = new Entries[count];
    Parallel.each(
        threads,
        count,
        part -> {
          parts[part] = new Entries(1024);
          gather(parts[part], 0, old, part, count, false);
          parts[part].sort(bits(count));
        });
  }

  /// Near-duplicate statements have the same marks, so these are part of what is looked up; a
  /// document may have others, so it is looked up in both ways.
  private void gather(Entries into, int first, int end, int part, int count, boolean areCounted) {
    for (int version = first; version < end; version++) {
      int size = sets.size(version);
      if (size == 0 || !isTold && !overlap.hasOthers(size)) {
        continue;
      }
      Sets.Block block = sets.block(version);
      int from = sets.from(version);
      int probed = overlap.probed(size);
      for (int i = 0; i < probed; i++) {
        long element = block.get(from + i);
        if (areCounted && Rarity.rank(element) == Rarity.SINGLE) {
          continue;
        }
        long entry = Entries.entry(version, size, i);
        if (isTold) {
          long told = Hash.chain(element, versions.marks(version)) & Rarity.HASH;
          add(into, told, entry, part, count);
        }
        if (!isTold || !versions.isStrict(version)) {
          add(into, isTold ? element & Rarity.HASH : element, entry, part, count);
        }
      }
    }
  }

  private static void add(Entries into, long element, long entry, int part, int parts) {
    if (part(element, parts) == part) {
      into.add(element, entry);
    }
  }

  private int partsOf(int count) {
    long entries = 0;
    for (int version = 0; version < count; version++) {
      entries += overlap.probed(sets.size(version));
    }
    long parts = Math.max(threads, entries / ENTRIES_AT_A_TIME);
    return Integer.highestOneBit((int) Math.clamp(2 * parts - 1, 1, 1 << 12));
  }

  private static int bits(int parts) {
    return Integer.numberOfTrailingZeros(parts);
  }

  private static int part(long element, int parts) {
    return (int) (Entries.order(element) >>> 32) >>> 32 - bits(parts) & parts - 1;
  }
}

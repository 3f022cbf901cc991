package vallarta.engine.similarity;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/// Near-duplicate texts in groups.
///
/// The groups are those of [Settling] in the connected components of the graph whose edges are the
/// pairs that are near-duplicates by the [Similarity]. Every such pair counts, for candidates are
/// found by an exact join ([Overlap]). So groups depend on the texts and their keys alone: not on
/// the order in which they come, nor on how many come together, nor on the number of threads. A
/// group is named by its smallest key.
///
/// Texts may be added at any time; [#settle()] then looks at what they touch and at nothing else.
/// Copies of a text are kept once. Not thread-safe; [#read(Path, Progress)] uses threads of its
/// own.
public final class Grouping {

  /// Told how far long work has come.
  public interface Progress {

    /// @param step `read`, `compare` or `settle`
    void at(String step, long done, long of);
  }

  private static final long NEVER = Long.MIN_VALUE;

  private final int threads;
  private final Versions versions;
  private final Versions.Desk desk;
  private final Forest forest = new Forest();
  private final Search search;
  private LongTable versionByKey = new LongTable();
  private boolean isKeyed = true;
  private Rarity rarity = new Rarity(1);
  private int settled;
  private long[] groups = {};
  private long[] medoids = {};
  private long comparisons;

  /// @param threads how many may work at the same time
  public Grouping(Similarity similarity, int threads) {
    this.threads = threads;
    this.versions = new Versions(similarity.isTold());
    this.desk = versions.desk();
    this.search = new Search(versions, similarity, forest, threads);
  }

  /// A grouping by [Similarity#STATEMENTS], on one thread.
  public Grouping() {
    this(Similarity.STATEMENTS, 1);
  }

  /// Adds a text.
  ///
  /// @throws IllegalArgumentException when the key has been added before
  public void add(long key, String text) {
    if (table().get(key) != LongTable.NONE) {
      throw twice(key);
    }
    table().put(key, desk.add(key, text));
  }

  /// Adds the texts of a file in UTF-8: one each line, a key in digits and a tab before it.
  ///
  /// @throws IllegalArgumentException when a line has no such key; the message says where
  public void read(Path file, Progress progress) throws IOException {
    isKeyed = false;
    try (TextLines lines = new TextLines(file, progress)) {
      Parallel.run(threads, thread -> lines.read(versions.desk()));
    }
  }

  private LongTable table() {
    if (!isKeyed) {
      versionByKey = new LongTable();
      versions.forEach((key, version) -> {
        if (versionByKey.get(key) != LongTable.NONE) {
          throw twice(key);
        }
        versionByKey.put(key, version);
      });
      isKeyed = true;
    }
    return versionByKey;
  }

  private static IllegalArgumentException twice(long key) {
    return new IllegalArgumentException("there is a text of key " + key + " already");
  }

  /// How many texts were added.
  public int size() {
    return versions.texts();
  }

  /// How many different ones.
  public int versions() {
    return versions.count();
  }

  /// How many pairs were compared so far.
  public long comparisons() {
    return comparisons;
  }

  /// Makes groups with what was added since the last time.
  ///
  /// @return what became of the groups that there were before
  public List<GroupEvent> settle() {
    return settle((step, done, of) -> {});
  }

  public List<GroupEvent> settle(Progress progress) {
    int[] more = versions.again();
    int old = settled;
    int count = versions.count();
    if (count == old && more.length == 0) {
      return List.of();
    }
    forest.grow(count);
    groups = Arrays.copyOf(groups, count);
    medoids = Arrays.copyOf(medoids, count);
    if (count > 2 * old) {
      forest.unlink();
      rarity = count();
      versions.order(rarity, threads);
      comparisons += search.all(old, progress);
      forest.link();
    } else if (count > old) {
      versions.order(rarity, threads);
      comparisons += search.few(old);
    }
    settled = count;
    return regroup(touched(old, more), old, progress);
  }

  private Rarity count() {
    Rarity counted = new Rarity(versions.count());
    Sets sets = versions.sets();
    Parallel.run(
        threads,
        thread -> {
          Rarity.Part part = new Rarity.Part(thread, threads);
          for (int version = 0; version < sets.count(); version++) {
            int from = sets.from(version);
            counted.count(sets.block(version), from, from + sets.size(version), part);
          }
        });
    return counted;
  }

  /// One node of each component in which something is new.
  private int[] touched(int old, int[] more) {
    BitSet roots = new BitSet(settled);
    for (int version = old; version < settled; version++) {
      roots.set(forest.find(version));
    }
    for (int version : more) {
      roots.set(forest.find(version));
    }
    return roots.stream().toArray();
  }

  private List<GroupEvent> regroup(int[] roots, int old, Progress progress) {
    List<GroupEvent> events = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger done = new AtomicInteger();
    Parallel.ranges(
        threads,
        0,
        roots.length,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            regroup(roots[i], old, events);
          }
          progress.at("settle", done.addAndGet(to - from), roots.length);
        });
    return events.stream().sorted(Comparator.comparing(it -> it.before().getFirst())).toList();
  }

  private void regroup(int root, int old, List<GroupEvent> events) {
    if (forest.next(root) == root && root >= old) {
      groups[root] = versions.smallestKey(root);
      medoids[root] = groups[root];
      return;
    }
    List<Settling.Member> members = new ArrayList<>();
    LongTable byKey = new LongTable();
    int at = root;
    do {
      members.add(versions.member(at));
      byKey.put(versions.smallestKey(at), at);
      at = forest.next(at);
    } while (at != root);
    Moves moves = new Moves();
    for (Settling.Settled group : Settling.of(members)) {
      for (Settling.Member member : group.members()) {
        int version = byKey.get(member.key());
        moves.add(version < old ? groups[version] : NEVER, group.id());
        groups[version] = group.id();
        medoids[version] = group.medoid();
      }
    }
    events.addAll(moves.events());
  }

  /// From which groups members of a component came, and into which they went.
  private static final class Moves {

    private final TreeMap<Long, TreeSet<Long>> afterByBefore = new TreeMap<>();

    void add(long before, long after) {
      if (before != NEVER) {
        afterByBefore.computeIfAbsent(before, it -> new TreeSet<>()).add(after);
      }
    }

    /// Those that have a group in common are one event.
    List<GroupEvent> events() {
      List<GroupEvent> events = new ArrayList<>();
      while (!afterByBefore.isEmpty()) {
        TreeSet<Long> before = new TreeSet<>();
        TreeSet<Long> after = new TreeSet<>(afterByBefore.firstEntry().getValue());
        boolean grew = true;
        while (grew) {
          grew = false;
          for (var moved = afterByBefore.entrySet().iterator(); moved.hasNext(); ) {
            Map.Entry<Long, TreeSet<Long>> it = moved.next();
            if (!Collections.disjoint(it.getValue(), after)) {
              before.add(it.getKey());
              grew |= after.addAll(it.getValue());
              moved.remove();
            }
          }
        }
        events.add(new GroupEvent(List.copyOf(before), List.copyOf(after)));
      }
      return events;
    }
  }

  /// The id of the group that a text is in.
  ///
  /// @throws NoSuchElementException when no text of that key was added
  public long groupOf(long key) {
    settle();
    int version = table().get(key);
    if (version == LongTable.NONE) {
      throw new NoSuchElementException("no text of key " + key);
    }
    return groups[version];
  }

  /// All groups by id; a text that is like no other is a group of one.
  public List<Group> groups() {
    settle();
    TreeMap<Long, List<Long>> members = new TreeMap<>();
    TreeMap<Long, Long> representatives = new TreeMap<>();
    versions.forEach((key, version) -> {
      members.computeIfAbsent(groups[version], id -> new ArrayList<>(1)).add(key);
      representatives.put(groups[version], medoids[version]);
    });
    List<Group> all = new ArrayList<>(members.size());
    members.forEach((id, of) ->
        all.add(
            new Group(id, representatives.getOrDefault(id, id), of.stream().sorted().toList())));
    return all;
  }

  /// Writes the key, a tab and the id of the group of each text, in the order of the keys.
  ///
  /// @throws IllegalArgumentException when a key was added twice
  public void write(Path file) throws IOException {
    settle();
    Entries sorted = new Entries(versions.texts());
    versions.forEach((key, version) -> sorted.add(key, groups[version]));
    sorted.sortWhole();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      byte[] line = new byte[48];
      for (int i = 0; i < sorted.size(); i++) {
        if (i > 0 && sorted.element(i) == sorted.element(i - 1)) {
          throw twice(sorted.element(i));
        }
        int end = digits(sorted.entries()[i], line, line.length - 1, '\n');
        end = digits(sorted.element(i), line, end, '\t');
        out.write(line, end + 1, line.length - 1 - end);
      }
    }
  }

  /// Puts a number into a buffer from the end, and a sign behind it.
  private static int digits(long number, byte[] into, int end, char sign) {
    into[end--] = (byte) sign;
    long rest = number;
    do {
      into[end--] = (byte) ('0' + Math.abs(rest % 10));
      rest /= 10;
    } while (rest != 0);
    if (number < 0) {
      into[end--] = '-';
    }
    return end;
  }
}

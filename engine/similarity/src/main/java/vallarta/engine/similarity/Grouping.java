package vallarta.engine.similarity;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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

  private final Similarity similarity;
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
  private boolean[] isGuest = {};
  private Campaigns campaigns = new Campaigns();
  private long comparisons;

  /// @param threads how many may work at the same time
  public Grouping(Similarity similarity, int threads) {
    this.similarity = similarity;
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

  /// The same, telling how far it is.
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
    isGuest = Arrays.copyOf(isGuest, count);
    settled = count;
    boolean isAnew = count > 2 * old;
    Changes changes = new Changes(old, count, more, isAnew);
    if (isAnew) {
      forest.unlink();
      rarity = count();
      versions.order(rarity, threads);
      campaigns = new Campaigns();
      comparisons += search.all(old, progress);
      forest.link();
      return regroup(roots(0, more), changes, progress);
    }
    versions.order(rarity, threads);
    comparisons += count == old ? 0 : search.few(old);
    return regroup(roots(old, more), changes, progress);
  }

  /// Part by part of the table, so that a part stays in the caches of the machine.
  private Rarity count() {
    Rarity counted = new Rarity(versions.count());
    Sets sets = versions.sets();
    int parts = counted.parts(threads);
    Parallel.each(threads, parts, part -> sets.count(counted, new Rarity.Part(part, parts)));
    return counted;
  }

  /// One node of each component of the versions from a number on, and of some others.
  private int[] roots(int from, int[] others) {
    BitSet roots = new BitSet(settled);
    for (int version = from; version < settled; version++) {
      roots.set(forest.find(version));
    }
    for (int version : others) {
      roots.set(forest.find(version));
    }
    return roots.stream().toArray();
  }

  private List<GroupEvent> regroup(int[] roots, Changes changes, Progress progress) {
    for (int root : roots) {
      int at = root;
      do {
        if (!isGuest[at] && at < changes.old) {
          campaigns.end(groups[at]);
          changes.ended.put(groups[at], 0);
        }
        changes.note(at, groups[at]);
        isGuest[at] = false;
        at = forest.next(at);
      } while (at != root);
    }
    AtomicInteger done = new AtomicInteger();
    Parallel.ranges(
        threads,
        0,
        roots.length,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            regroup(roots[i], changes);
          }
          progress.at("settle", done.addAndGet(to - from), roots.length);
        });
    if (!similarity.isTold()) {
      Parallel.ranges(threads, 0, settled, (from, to) -> attach(from, to, changes));
    }
    return changes.events(groups);
  }

  private void regroup(int root, Changes changes) {
    if (isSingle(root)) {
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
    for (Settling.Settled group : Settling.of(members)) {
      for (Settling.Member member : group.members()) {
        int version = byKey.get(member.key());
        groups[version] = group.id();
        medoids[version] = group.medoid().key();
      }
      synchronized (changes) {
        campaigns.put(group.id(), group.texts(), group.medoid().elements());
        if (!changes.isAnew) {
          changes.begun.put(group.id(), group.texts(), group.medoid().elements());
        }
      }
    }
  }

  /// Lets single texts go with the campaigns that they contain: those that are new or whose
  /// campaign is another now, and those that contain a new one.
  private void attach(int from, int to, Changes changes) {
    for (int version = from; version < to; version++) {
      if (isSingle(version)
          && (changes.isNoted(version)
              || isGuest[version] && changes.ended.get(groups[version]) != LongTable.NONE
              || host(version, changes.begun) != NEVER)) {
        changes.note(version, groups[version]);
        long host = host(version, campaigns);
        isGuest[version] = host != NEVER;
        groups[version] = host == NEVER ? versions.smallestKey(version) : host;
      }
    }
  }

  private boolean isSingle(int version) {
    return forest.next(version) == version && versions.copies(version) < Campaigns.LEAST_TEXTS;
  }

  private long host(int version, Campaigns among) {
    return among.of(versions.sets().copy(version), NEVER);
  }

  /// What one settling changes.
  private static final class Changes {

    private final int old;
    private final BitSet noted;
    private final LongArray versions = new LongArray();
    private final LongArray before = new LongArray();
    private final LongTable ended = new LongTable();
    private final LongTable grown = new LongTable();
    private final Campaigns begun = new Campaigns();
    private final int[] more;
    private final boolean isAnew;

    Changes(int old, int count, int[] more, boolean isAnew) {
      this.old = old;
      this.noted = new BitSet(count);
      this.more = more;
      this.isAnew = isAnew;
    }

    synchronized void note(int version, long group) {
      if (!noted.get(version)) {
        noted.set(version);
        if (version < old) {
          versions.add(version);
          before.add(group);
        }
      }
    }

    synchronized boolean isNoted(int version) {
      return noted.get(version);
    }

    /// Groups that have a member in common, before and after, are one event.
    List<GroupEvent> events(long[] groups) {
      if (old == 0) {
        return List.of();
      }
      for (int version = old; version < groups.length; version++) {
        grown.put(groups[version], 0);
      }
      for (int version : more) {
        grown.put(groups[version], 0);
      }
      LongTable nodesBefore = new LongTable();
      LongTable nodesAfter = new LongTable();
      Forest forest = new Forest();
      forest.grow(2 * versions.size());
      for (int i = 0; i < versions.size(); i++) {
        forest.join(
            node(nodesBefore, before.get(i), 2 * i),
            node(nodesAfter, groups[(int) versions.get(i)], 2 * i + 1));
      }
      Map<Integer, TreeSet<Long>> from = new TreeMap<>();
      Map<Integer, TreeSet<Long>> to = new TreeMap<>();
      for (int i = 0; i < versions.size(); i++) {
        int root = forest.find(nodesBefore.get(before.get(i)));
        from.computeIfAbsent(root, it -> new TreeSet<>()).add(before.get(i));
        to.computeIfAbsent(root, it -> new TreeSet<>()).add(groups[(int) versions.get(i)]);
      }
      List<GroupEvent> events = new ArrayList<>();
      from.forEach((root, ids) -> events.add(event(ids, to.getOrDefault(root, ids))));
      return events.stream()
          .filter(it -> !it.before().equals(it.after()) || isGrown(it.after()))
          .sorted(Comparator.comparing(it -> it.before().getFirst()))
          .toList();
    }

    private boolean isGrown(List<Long> after) {
      return after.stream().anyMatch(it -> grown.get(it) != LongTable.NONE);
    }

    private static GroupEvent event(TreeSet<Long> before, TreeSet<Long> after) {
      return new GroupEvent(List.copyOf(before), List.copyOf(after));
    }

    private static int node(LongTable nodes, long id, int fresh) {
      int known = nodes.get(id);
      if (known == LongTable.NONE) {
        nodes.put(id, fresh);
        return fresh;
      }
      return known;
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
      if (!isGuest[version]) {
        representatives.put(groups[version], medoids[version]);
      }
    });
    List<Group> all = new ArrayList<>(members.size());
    members.forEach((id, of) ->
        all.add(
            new Group(id, representatives.getOrDefault(id, id), of.stream().sorted().toList())));
    return all;
  }

  /// Writes the key, a tab and the id of the group of each text, in the order of the keys. The file
  /// is there whole or not at all.
  ///
  /// @throws IllegalArgumentException when a key was added twice
  public void write(Path file) throws IOException {
    settle();
    Entries sorted = new Entries(versions.texts());
    versions.forEach((key, version) -> sorted.add(key, groups[version]));
    sorted.sortWhole();
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    try {
      write(sorted, unfinished);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void write(Entries sorted, Path file) throws IOException {
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

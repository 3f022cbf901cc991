package vallarta.engine.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/// Near-duplicate texts in groups, one text added after the other.
///
/// The groups are the connected components of the graph whose edges are the pairs that are
/// near-duplicates by the [Similarity]. They depend on the texts and their keys alone, not on the
/// order in which they come. A group is named by its smallest key. Not thread-safe.
///
/// Copies of a text, the same but for what [Features] leave out, are kept once: they cost one
/// lookup and a few bytes.
public final class Grouping {

  private final Similarity similarity;
  private final MinHash minHash;
  private final Sketches sketches;
  private final Components components = new Components();
  private final Buckets buckets = new Buckets(components);
  private final List<Version> versions = new ArrayList<>();
  private final LongTable versionByHash = new LongTable();
  private final LongTable indexByKey = new LongTable();
  private final LongArray keys = new LongArray();
  private int[] versionByIndex = new int[64];
  private int[] comparedWith = new int[64];

  /// One of the texts that are not copies of each other.
  private static final class Version {

    private final Features features;
    private long smallestKey = Long.MAX_VALUE;
    private int copies;
    private int nextOfHash = LongTable.NONE;

    Version(Features features) {
      this.features = features;
    }
  }

  public Grouping(Similarity similarity) {
    this.similarity = similarity;
    this.minHash = new MinHash(Bands.of(similarity));
    this.sketches = new Sketches(similarity.threshold());
  }

  /// A grouping by [Similarity#STANDARD].
  public Grouping() {
    this(Similarity.STANDARD);
  }

  /// Adds a text and says which group it is in.
  ///
  /// @throws IllegalArgumentException when the key has been added before
  public Joined add(long key, String text) {
    if (indexByKey.get(key) != LongTable.NONE) {
      throw new IllegalArgumentException("there is a text of key " + key + " already");
    }
    Features features = Features.of(text);
    int known = find(features);
    TreeSet<Long> before = new TreeSet<>();
    int version = known;
    if (known == LongTable.NONE) {
      version = create(key, features);
      connect(version, before);
    } else {
      before.add(components.smallestKey(known));
    }
    keep(key, version);
    return new Joined(key, components.smallestKey(version), List.copyOf(before));
  }

  /// How many texts were added.
  public int size() {
    return keys.size();
  }

  /// The id of the group that a text is in.
  ///
  /// @throws NoSuchElementException when no text of that key was added
  public long groupOf(long key) {
    int index = indexByKey.get(key);
    if (index == LongTable.NONE) {
      throw new NoSuchElementException("no text of key " + key);
    }
    return components.smallestKey(versionByIndex[index]);
  }

  /// All groups by id; a text that is like no other is a group of one.
  public List<Group> groups() {
    Map<Long, List<Long>> members = new TreeMap<>();
    for (long key : keys.sorted()) {
      members.computeIfAbsent(groupOf(key), id -> new ArrayList<>(1)).add(key);
    }
    List<Group> groups = new ArrayList<>(members.size());
    members.forEach((id, of) -> groups.add(new Group(id, representative(of), List.copyOf(of))));
    return groups;
  }

  private long representative(List<Long> members) {
    Version best = versionOf(members.getFirst());
    for (long key : members) {
      Version version = versionOf(key);
      int more = Integer.compare(version.copies, best.copies);
      int longer = Integer.compare(version.features.size(), best.features.size());
      if (more > 0 || more == 0 && longer > 0) {
        best = version;
      }
    }
    return best.smallestKey;
  }

  private Version versionOf(long key) {
    return versions.get(versionByIndex[indexByKey.get(key)]);
  }

  private int find(Features features) {
    int at = versionByHash.get(features.longHash());
    while (at != LongTable.NONE && !versions.get(at).features.equals(features)) {
      at = versions.get(at).nextOfHash;
    }
    return isNothing(features) ? LongTable.NONE : at;
  }

  private static boolean isNothing(Features features) {
    return features.shingles().length == 0;
  }

  private int create(long key, Features features) {
    int node = components.add(key);
    Version version = new Version(features);
    long hash = features.longHash();
    version.nextOfHash = versionByHash.get(hash);
    versionByHash.put(hash, node);
    versions.add(version);
    sketches.add(features);
    if (node == comparedWith.length) {
      comparedWith = Arrays.copyOf(comparedWith, node * 2);
    }
    return node;
  }

  /// Finds the edges of a new node. Near-duplicate statements have the same marks, so these are
  /// part of the key of a bucket; a document may have others, so it is in buckets of both kinds.
  private void connect(int node, TreeSet<Long> before) {
    Features features = versions.get(node).features;
    if (isNothing(features)) {
      return;
    }
    IntPredicate joins = other -> joins(node, other, before);
    long marks = features.marksHash();
    for (long key : minHash.keys(features.shingles())) {
      buckets.visit(Hash.chain(key, marks), node, joins);
      if (!Telling.isStrict(features)) {
        buckets.visit(key, node, joins);
      }
    }
  }

  private boolean joins(int node, int other, TreeSet<Long> before) {
    if (other == node || comparedWith[other] == node + 1) {
      return false;
    }
    comparedWith[other] = node + 1;
    if (!sketches.mayBeAlike(node, other)
        || !similarity.alike(versions.get(node).features, versions.get(other).features)) {
      return false;
    }
    before.add(components.smallestKey(other));
    components.join(node, other);
    return true;
  }

  private void keep(long key, int version) {
    Version of = versions.get(version);
    of.copies++;
    of.smallestKey = Math.min(of.smallestKey, key);
    components.offer(version, key);
    if (keys.size() == versionByIndex.length) {
      versionByIndex = Arrays.copyOf(versionByIndex, keys.size() * 2);
    }
    versionByIndex[keys.size()] = version;
    indexByKey.put(key, keys.size());
    keys.add(key);
  }
}

package vallarta.engine.tlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Checks a whole log: reads every entry, builds the tree anew by the definition of RFC 6962, and
/// compares it with every hash in the tiles and with the signed root.
///
/// It shares no code with what writes logs but SHA-256 and the parsing of notes: a fault in one is
/// not hidden by the other.
public final class Fsck {

  private static final int MOST_FINDINGS = 1_000;
  private static final int WIDTH = 256;
  private static final int HASH = 32;

  private final TileSource source;
  private final List<VerifierKey> keys;
  private final List<Finding> findings = new ArrayList<>();
  private final long[] counted = new long[9];
  private final List<Optional<byte[]>> open = new ArrayList<>();
  private long size;

  /// @param keys whose signature on the checkpoint is believed
  public Fsck(TileSource source, List<VerifierKey> keys) {
    this.source = source;
    this.keys = List.copyOf(keys);
    for (int level = 0; level < counted.length; level++) {
      open.add(Optional.empty());
    }
  }

  /// What a check found.
  ///
  /// @param size entries the checkpoint speaks of, 0 when it cannot be read
  /// @param root that the entries give, in base64; empty when there are findings
  /// @param findings every fault, up to 1,000; none when the log is whole
  public record Report(long size, String root, List<Finding> findings) {

    public Report {
      findings = List.copyOf(findings);
    }

    public boolean whole() {
      return findings.isEmpty();
    }
  }

  /// Checks everything, once for each object of this class.
  ///
  /// @param progress is told how many entries are done
  public Report check(LongConsumer progress) throws IOException {
    Optional<Checkpoint> checkpoint = checkpoint();
    if (checkpoint.isEmpty()) {
      return new Report(0, "", findings);
    }
    size = checkpoint.get().size();
    byte[] root;
    try {
      root = rebuild(checkpoint.get(), progress);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (findings.isEmpty() && !isRoot(checkpoint.get(), root)) {
      find(
          new Finding(
              Finding.Kind.ROOT,
              "checkpoint: its root is not that of its " + size + " entries",
              -1));
    }
    return new Report(size, findings.isEmpty() ? Hash.of(root).toString() : "", findings);
  }

  private Optional<Checkpoint> checkpoint() throws IOException {
    Optional<byte[]> bytes = source.read("checkpoint");
    if (bytes.isEmpty()) {
      find(new Finding(Finding.Kind.CHECKPOINT, "checkpoint: the file is not there", -1));
      return Optional.empty();
    }
    try {
      SignedNote note = SignedNote.parse(bytes.get());
      VerifierKey signer = note.verify(keys);
      Checkpoint checkpoint = Checkpoint.parse(note.text());
      if (checkpoint.origin().equals(signer.name())) {
        return Optional.of(checkpoint);
      }
      find(
          new Finding(
              Finding.Kind.CHECKPOINT,
              "checkpoint: it is of " + checkpoint.origin() + ", its key of " + signer.name(),
              -1));
    } catch (Refused e) {
      find(new Finding(Finding.Kind.CHECKPOINT, "checkpoint: " + e.place(), -1));
    }
    return Optional.empty();
  }

  private byte[] rebuild(Checkpoint checkpoint, LongConsumer progress) {
    Rebuilt tree = new Rebuilt();
    for (long bundle = 0; bundle * WIDTH < size; bundle++) {
      int width = (int) Math.min(WIDTH, size - bundle * WIDTH);
      List<byte[]> leaves = leaves(bundle, width, tree, checkpoint);
      if (leaves.size() != width || findings.size() >= MOST_FINDINGS) {
        break;
      }
      tree.add(leaves, this::compare);
      progress.accept(bundle * WIDTH + width);
    }
    return tree.root();
  }

  /// The leaf hashes of a bundle after comparing its entries with its tile: those of the entries,
  /// or those of the tile when the entries are at fault.
  private List<byte[]> leaves(long bundle, int width, Rebuilt before, Checkpoint checkpoint) {
    String place = path("entries", bundle, width);
    Optional<List<byte[]>> tile = tile(0, bundle, width);
    Optional<List<byte[]>> entries = entries(bundle, width, before);
    if (entries.isEmpty() || tile.isEmpty()) {
      return tile.or(() -> entries).orElse(List.of());
    }
    LeafComparison comparison =
        new LeafComparison(bundle * WIDTH, place, entries.get(), tile.get());
    if (comparison.equal()) {
      return entries.get();
    }
    if (leads(entries.get(), bundle, width, before, checkpoint)) {
      comparison.faultsOfTile(path("0", bundle, width)).forEach(this::find);
      return entries.get();
    }
    comparison.faultsOfEntries().forEach(this::find);
    return tile.get();
  }

  /// Whether the leaves lead to what the log has above them.
  private boolean leads(
      List<byte[]> leaves, long bundle, int width, Rebuilt before, Checkpoint checkpoint) {
    if (leaves.size() != width) {
      return false;
    }
    if (width < WIDTH) {
      Rebuilt whole = before.copy();
      whole.add(leaves, (level, hash) -> {});
      return isRoot(checkpoint, whole.root());
    }
    int above = (int) Math.min(WIDTH, (size >> 8) - bundle / WIDTH * WIDTH);
    return quietly(1, bundle / WIDTH, above)
        .map(tile -> Arrays.equals(hash(tile, (int) (bundle % WIDTH)), Rebuilt.rootOf(leaves)))
        .orElse(false);
  }

  private static boolean isRoot(Checkpoint checkpoint, byte[] root) {
    return Arrays.equals(checkpoint.root().bytes(), root);
  }

  /// Compares a hash above the leaves with its place in its tile.
  private void compare(int level, byte[] hash) {
    long number = counted[level]++;
    long index = number / WIDTH;
    int at = (int) (number % WIDTH);
    int width = (int) Math.min(WIDTH, (size >> 8 * level) - index * WIDTH);
    if (at == 0) {
      open.set(level, tileBytes(level, index, width));
    }
    open.get(level)
        .filter(tile -> !Arrays.equals(hash(tile, at), hash))
        .ifPresent(tile ->
            find(
                new Finding(
                    Finding.Kind.CHANGED_HASH,
                    path(String.valueOf(level), index, width) + ": hash " + at,
                    -1)));
  }

  private Optional<List<byte[]>> tile(int level, long index, int width) {
    return tileBytes(level, index, width)
        .map(bytes -> {
          List<byte[]> hashes = new ArrayList<>();
          for (int at = 0; at < width; at++) {
            hashes.add(hash(bytes, at));
          }
          return hashes;
        });
  }

  private static byte[] hash(byte[] tile, int at) {
    return Arrays.copyOfRange(tile, at * HASH, (at + 1) * HASH);
  }

  private Optional<byte[]> tileBytes(int level, long index, int width) {
    String place = path(String.valueOf(level), index, width);
    Optional<byte[]> bytes = quietly(level, index, width);
    if (bytes.isEmpty()) {
      find(
          new Finding(
              exists(place) ? Finding.Kind.DAMAGED_FILE : Finding.Kind.MISSING_FILE, place, -1));
    }
    return bytes;
  }

  /// The hashes of a tile; those of the full one stand for a partial one that is gone.
  private Optional<byte[]> quietly(int level, long index, int width) {
    String name = String.valueOf(level);
    return read(path(name, index, width))
        .filter(bytes -> bytes.length == width * HASH)
        .or(() ->
            read(path(name, index, WIDTH))
                .filter(bytes -> bytes.length == WIDTH * HASH)
                .map(bytes -> Arrays.copyOf(bytes, width * HASH)));
  }

  private Optional<List<byte[]>> entries(long bundle, int width, Rebuilt tree) {
    String place = path("entries", bundle, width);
    Optional<byte[]> own = read(place);
    Optional<byte[]> bytes = own.or(() -> read(path("entries", bundle, WIDTH)));
    if (bytes.isEmpty()) {
      find(new Finding(Finding.Kind.MISSING_FILE, place, bundle * WIDTH));
      return Optional.empty();
    }
    boolean whole = own.isPresent();
    List<byte[]> leaves = new ArrayList<>();
    byte[] read = bytes.get();
    int at = 0;
    while (at < read.length && (whole || leaves.size() < width)) {
      int start = at + 2;
      int length =
          start <= read.length
              ? Byte.toUnsignedInt(read[at]) * 256 + Byte.toUnsignedInt(read[at + 1])
              : -1;
      if (length < 0 || start + length > read.length) {
        find(
            new Finding(
                Finding.Kind.DAMAGED_FILE,
                place + ": it ends within entry " + (bundle * WIDTH + leaves.size()),
                bundle * WIDTH + leaves.size()));
        return Optional.empty();
      }
      leaves.add(tree.leaf(read, start, length));
      at = start + length;
    }
    return Optional.of(leaves);
  }

  private boolean exists(String path) {
    return read(path).isPresent();
  }

  private Optional<byte[]> read(String path) {
    try {
      return source.read(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The path of a tile, by the words of the specification.
  private static String path(String level, long index, int width) {
    String path = String.format("%03d", index % 1000);
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      path = String.format("x%03d/", rest % 1000) + path;
    }
    return "tile/" + level + "/" + path + (width == WIDTH ? "" : ".p/" + width);
  }

  private void find(Finding finding) {
    if (findings.size() < MOST_FINDINGS) {
      findings.add(finding);
    }
  }
}

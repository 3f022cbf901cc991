package vallarta.engine.tlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a tree of a given size from its files and proves what is in it.
///
/// Proofs are computed from tiles as they are: whoever gets one verifies it against a signed root.
/// Not for several threads at once.
public final class LogReader {

  private static final int KEPT_TILES = 64;

  private final TileSource source;
  private final long size;
  private Bundle open = new Bundle(-1, List.of());

  /// The bundle that was read last.
  private record Bundle(long index, List<byte[]> entries) {}

  private final Map<Tile, byte[]> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, byte[]> eldest) {
          return size() > KEPT_TILES;
        }
      };

  /// @param size leaves of the tree, as a checkpoint tells it
  public LogReader(TileSource source, long size) {
    this.source = source;
    this.size = size;
  }

  public long size() {
    return size;
  }

  /// The entry at an index.
  ///
  /// @throws Refused [Reason#ENTRY_MISMATCH] when it is not the one whose hash is in the tree,
  ///   [Reason#MISSING] when a file is not there
  public byte[] entry(long index) {
    Tile tile = Tile.holding(Tile.ENTRIES, index, size);
    if (open.index() != tile.index()) {
      open = new Bundle(tile.index(), EntryBundle.read(read(tile), tile));
    }
    byte[] entry = open.entries().get((int) (index % Tile.FULL)).clone();
    if (!Merkle.leaf(entry).equals(leaf(index))) {
      throw new Refused(
          Reason.ENTRY_MISMATCH,
          "entry " + index + " in " + tile.path() + " is not what was logged");
    }
    return entry;
  }

  /// The hash of the leaf at an index.
  public Hash leaf(long index) {
    return node(0, index);
  }

  /// The root of this tree.
  public Hash root() {
    return size == 0 ? Merkle.EMPTY : range(0, size);
  }

  /// The root that the tree had at a smaller size.
  public Hash root(long smaller) {
    inside(smaller);
    return smaller == 0 ? Merkle.EMPTY : range(0, smaller);
  }

  /// Proves a leaf in this tree.
  public InclusionProof inclusion(long index) {
    List<Hash> hashes = new ArrayList<>();
    if (index >= 0 && index < size) {
      path(index, 0, size, hashes);
    }
    return new InclusionProof(index, size, hashes);
  }

  /// Proves that this tree continues a smaller one.
  public ConsistencyProof consistency(long from) {
    inside(from);
    List<Hash> hashes = new ArrayList<>();
    if (from > 0 && from < size) {
      subproof(from, 0, size, true, hashes);
    }
    return new ConsistencyProof(from, size, hashes);
  }

  private void inside(long smaller) {
    if (smaller < 0 || smaller > size) {
      throw new Refused(
          Reason.OUT_OF_RANGE, "size " + smaller + " is not within a tree of size " + size);
    }
  }

  /// PATH of RFC 6962, section 2.1.1, for a leaf within a range.
  private void path(long index, long start, long end, List<Hash> hashes) {
    if (end - start == 1) {
      return;
    }
    long middle = start + split(end - start);
    if (index < middle) {
      path(index, start, middle, hashes);
      hashes.add(range(middle, end));
    } else {
      path(index, middle, end, hashes);
      hashes.add(range(start, middle));
    }
  }

  /// SUBPROOF of RFC 6962, section 2.1.2.
  private void subproof(long from, long start, long end, boolean whole, List<Hash> hashes) {
    if (from == end) {
      if (!whole) {
        hashes.add(range(start, end));
      }
      return;
    }
    long middle = start + split(end - start);
    if (from <= middle) {
      subproof(from, start, middle, whole, hashes);
      hashes.add(range(middle, end));
    } else {
      subproof(from, middle, end, false, hashes);
      hashes.add(range(start, middle));
    }
  }

  /// The hash of the tree over a range that begins where a subtree does.
  private Hash range(long start, long end) {
    long count = end - start;
    if (Long.bitCount(count) == 1) {
      int height = Long.numberOfTrailingZeros(count);
      return node(height, start >> height);
    }
    long middle = start + split(count);
    return Merkle.node(range(start, middle), range(middle, end));
  }

  /// The largest power of two below a number above 1.
  private static long split(long count) {
    return Long.highestOneBit(count - 1);
  }

  /// The hash over a full subtree of 2^height leaves.
  private Hash node(int height, long index) {
    int level = height / 8;
    int below = height % 8;
    long first = index << below;
    Tile tile = Tile.holding(level, first, size);
    byte[] hashes = tile(tile);
    int from = (int) (first % Tile.FULL) * Hash.BYTES;
    int count = 1 << below;
    if (count == 1) {
      return Hash.of(hashes, from);
    }
    return Merkle.root(Arrays.copyOfRange(hashes, from, from + count * Hash.BYTES), count);
  }

  /// The hashes of a tile, checked for its length.
  byte[] tile(Tile tile) {
    byte[] known = kept.get(tile);
    if (known == null) {
      known = read(tile);
      if (known.length != tile.width() * Hash.BYTES) {
        throw new Refused(
            Reason.MALFORMED,
            tile.path() + " has " + known.length + " bytes, not " + tile.width() * Hash.BYTES);
      }
      kept.put(tile, known);
    }
    return known;
  }

  /// The bytes of a tile or a bundle as they are in its file; of a partial one that is gone, the
  /// beginning of the full one.
  ///
  /// @throws Refused [Reason#MISSING] when neither is there
  public byte[] read(Tile tile) {
    try {
      byte[] bytes = source.read(tile.path()).orElse(null);
      if (bytes == null && !tile.full()) {
        bytes = source.read(tile.whole().path()).orElse(null);
        bytes = bytes == null ? null : beginning(bytes, tile);
      }
      if (bytes == null) {
        throw new Refused(Reason.MISSING, tile.path() + " is not there");
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] beginning(byte[] full, Tile tile) {
    if (tile.level() != Tile.ENTRIES) {
      return Arrays.copyOf(full, Math.min(full.length, tile.width() * Hash.BYTES));
    }
    int end = 0;
    for (int i = 0; i < tile.width() && end + 2 <= full.length; i++) {
      end += 2 + ((full[end] & 0xFF) << 8 | full[end + 1] & 0xFF);
    }
    return Arrays.copyOf(full, Math.min(full.length, end));
  }
}

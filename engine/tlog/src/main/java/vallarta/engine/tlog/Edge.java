package vallarta.engine.tlog;

import java.util.Arrays;

/// The right edge of a tree: at each level the hashes that do not fill a tile yet. All that an
/// append and a root need.
final class Edge {

  /// Takes each tile as it fills.
  interface FullTiles {
    void full(Tile tile, byte[] hashes);
  }

  private final byte[][] hashes = new byte[Tile.TOP + 1][];
  private long size;

  /// The leaves so far.
  long size() {
    return size;
  }

  void add(Hash leaf, FullTiles tiles) {
    Hash hash = leaf;
    for (int level = 0; ; level++) {
      long number = Tile.countAt(level, size);
      int at = (int) (number % Tile.FULL);
      byte[] row = row(level);
      hash.copyTo(row, at * Hash.BYTES);
      if (at < Tile.FULL - 1) {
        break;
      }
      tiles.full(new Tile(level, number / Tile.FULL, Tile.FULL), row);
      hash = Merkle.root(row, Tile.FULL);
    }
    size++;
  }

  /// How many hashes of a level do not fill a tile.
  int width(int level) {
    return (int) (Tile.countAt(level, size) % Tile.FULL);
  }

  /// The bytes of the partial tile of a level.
  byte[] partial(int level) {
    return Arrays.copyOf(row(level), width(level) * Hash.BYTES);
  }

  Hash root() {
    Hash right = null;
    for (int level = 0; level <= Tile.TOP; level++) {
      int width = width(level);
      if (width == 0) {
        continue;
      }
      byte[] row = Arrays.copyOf(row(level), (width + 1) * Hash.BYTES);
      if (right != null) {
        right.copyTo(row, width * Hash.BYTES);
        width++;
      }
      right = Merkle.root(row, width);
    }
    return right == null ? Merkle.EMPTY : right;
  }

  /// The edge of a tree of that size, read from its tiles.
  static Edge load(LogReader tree) {
    Edge edge = new Edge();
    edge.size = tree.size();
    for (int level = 0; level <= Tile.TOP; level++) {
      int width = edge.width(level);
      if (width > 0) {
        Tile tile = new Tile(level, Tile.countAt(level, edge.size) / Tile.FULL, width);
        byte[] read = tree.tile(tile);
        System.arraycopy(read, 0, edge.row(level), 0, width * Hash.BYTES);
      }
    }
    return edge;
  }

  private byte[] row(int level) {
    byte[] row = hashes[level];
    if (row == null) {
      row = new byte[Tile.BYTES];
      hashes[level] = row;
    }
    return row;
  }
}

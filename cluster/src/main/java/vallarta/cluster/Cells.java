package vallarta.cluster;

import java.io.Serializable;
import vallarta.engine.similarity.Rarity;

/// Cuts the pairs of the texts that share an element into cells, for one task each: an element that
/// a campaign of half a million shares would keep one task at work while all others wait.
///
/// The texts of a heavy element fall into blocks by their hash, and each two blocks meet in one
/// cell, so that each two texts do: a block goes to as many cells as there are blocks. Most
/// elements have one block and one cell.
///
/// @param heavy how many texts make an element two blocks
record Cells(int heavy) implements Serializable {

  /// All of an element in one cell, however many.
  static final Cells WHOLE = new Cells(Integer.MAX_VALUE);

  private static final int MOST_BLOCKS = 128;
  private static final int CELL_SHIFT = 49;

  /// Where a text of an element goes.
  interface Out {

    /// @param key of the cell and the side there: 0, or 1 for the second of two blocks
    void put(long key);
  }

  /// Sends a text to all cells of its block.
  void send(long element, long ref, Out out) {
    int blocks = (int) Math.clamp(Rarity.about(element) / heavy, 1, MOST_BLOCKS);
    int block = blocks == 1 ? 0 : Longs.part(ref, blocks);
    for (int other = 0; other < blocks; other++) {
      long cell = (long) Math.min(block, other) * blocks + Math.max(block, other);
      out.put(cell << CELL_SHIFT | element << 1 | (block > other ? 1 : 0));
    }
  }

  /// The cell of a key: the same for both sides.
  static long cell(long key) {
    return key >>> 1;
  }
}

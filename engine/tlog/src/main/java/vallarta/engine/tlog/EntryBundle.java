package vallarta.engine.tlog;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The entries below up to 256 leaves, each after its length in two bytes (C2SP tlog-tiles).
final class EntryBundle {

  /// Bytes of the longest entry.
  static final int LONGEST = 0xFFFF;

  private byte[] bytes = new byte[1 << 14];
  private int length;
  private int count;

  void add(byte[] entry) {
    int needed = length + 2 + entry.length;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
    }
    bytes[length] = (byte) (entry.length >> 8);
    bytes[length + 1] = (byte) entry.length;
    System.arraycopy(entry, 0, bytes, length + 2, entry.length);
    length = needed;
    count++;
  }

  int count() {
    return count;
  }

  void clear() {
    length = 0;
    count = 0;
  }

  ByteBuffer content() {
    return ByteBuffer.wrap(bytes, 0, length).asReadOnlyBuffer();
  }

  /// The entries in a bundle, as many as it must hold.
  ///
  /// @throws Refused [Reason#MALFORMED]
  static List<byte[]> read(byte[] bundle, Tile tile) {
    List<byte[]> entries = new ArrayList<>(tile.width());
    int at = 0;
    while (at < bundle.length) {
      int left = bundle.length - at - 2;
      int size = left < 0 ? 0 : (bundle[at] & 0xFF) << 8 | bundle[at + 1] & 0xFF;
      if (left < size) {
        throw new Refused(
            Reason.MALFORMED,
            tile.path() + " ends within its entry " + entries.size() + ", at byte " + at);
      }
      entries.add(Arrays.copyOfRange(bundle, at + 2, at + 2 + size));
      at += 2 + size;
    }
    if (entries.size() != tile.width()) {
      throw new Refused(
          Reason.MALFORMED,
          tile.path() + " has " + entries.size() + " entries, not " + tile.width());
    }
    return entries;
  }
}

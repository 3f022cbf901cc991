package vallarta.engine.tlog;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// One file of the tree: up to 256 hashes of one level, or the entries below 256 leaves (C2SP
/// tlog-tiles).
///
/// @param level 0 holds leaf hashes, each higher one the roots of 256 of the level below; -1 is the
///   bundle of entries
/// @param index within the level, from 0
/// @param width hashes or entries in it, 256 when full
public record Tile(int level, long index, int width) {

  /// Hashes in a full tile.
  public static final int FULL = 256;

  /// Bytes of a full tile.
  static final int BYTES = FULL * Hash.BYTES;

  /// The level of entry bundles.
  static final int ENTRIES = -1;

  /// The highest level a tree of fewer than 2^63 entries needs.
  static final int TOP = 7;

  /// @throws Refused [Reason#OUT_OF_RANGE]
  public Tile {
    if (level < ENTRIES || level > 63 || index < 0 || width < 1 || width > FULL) {
      throw new Refused(
          Reason.OUT_OF_RANGE, "no tile: level " + level + ", " + index + ", width " + width);
    }
  }

  /// The tile with the hash of that number, as wide as a tree of that size has it.
  static Tile holding(int level, long hash, long size) {
    long count = countAt(level, size);
    if (hash < 0 || hash >= count) {
      throw new Refused(
          Reason.OUT_OF_RANGE,
          "level " + level + " has no hash " + hash + " in a tree of size " + size);
    }
    long index = hash / FULL;
    return new Tile(level, index, (int) Math.min(FULL, count - index * FULL));
  }

  /// How many hashes a level has in a tree of that size.
  static long countAt(int level, long size) {
    int shift = 8 * Math.max(0, level);
    return shift > 62 ? 0 : size >> shift;
  }

  /// Every tile and every bundle of a tree of that size.
  public static Stream<Tile> all(long size) {
    return IntStream.rangeClosed(ENTRIES, TOP)
        .boxed()
        .flatMap(level -> {
          long count = countAt(level, size);
          return LongStream.range(0, (count + FULL - 1) / FULL)
              .mapToObj(
                  index -> new Tile(level, index, (int) Math.min(FULL, count - index * FULL)));
        });
  }

  boolean full() {
    return width == FULL;
  }

  Tile whole() {
    return new Tile(level, index, FULL);
  }

  /// Where it stands under the prefix of the log: `tile/0/x001/x234/067.p/8`.
  public String path() {
    StringBuilder path =
        new StringBuilder("tile/").append(level == ENTRIES ? "entries" : level).append('/');
    String digits = Long.toString(index);
    digits = "0".repeat((3 - digits.length() % 3) % 3) + digits;
    for (int i = 0; i < digits.length(); i += 3) {
      boolean last = i + 3 == digits.length();
      path.append(last ? "" : "x").append(digits, i, i + 3).append(last ? "" : "/");
    }
    return full() ? path.toString() : path.append(".p/").append(width).toString();
  }

  /// The tile at a path.
  ///
  /// @throws Refused [Reason#MALFORMED] when the path is none of a tile
  public static Tile parse(String path) {
    String[] parts = path.split("/", -1);
    if (parts.length < 3 || parts.length > 12 || !parts[0].equals("tile")) {
      throw noTile(path);
    }
    int level =
        parts[1].equals("entries") ? ENTRIES : (int) Math.min(64, Text.decimal(parts[1], "level"));
    int end = parts.length;
    int width = FULL;
    if (parts[end - 2].endsWith(".p")) {
      width = (int) Math.min(FULL, Text.decimal(parts[end - 1], "width"));
      end--;
      parts[end - 1] = parts[end - 1].substring(0, parts[end - 1].length() - 2);
      if (width == 0 || width == FULL) {
        throw noTile(path);
      }
    }
    StringBuilder digits = new StringBuilder();
    for (int i = 2; i < end; i++) {
      String part = parts[i];
      boolean more = i < end - 1;
      if (more != part.startsWith("x") || !(more ? part.substring(1) : part).matches("[0-9]{3}")) {
        throw noTile(path);
      }
      digits.append(more ? part.substring(1) : part);
    }
    if (digits.length() > 18 || digits.length() > 3 && digits.substring(0, 3).equals("000")) {
      throw noTile(path);
    }
    if (level > 63) {
      throw noTile(path);
    }
    return new Tile(level, Long.parseLong(digits.toString()), width);
  }

  private static Refused noTile(String path) {
    return new Refused(Reason.MALFORMED, "no path of a tile: " + Text.shorten(path));
  }
}

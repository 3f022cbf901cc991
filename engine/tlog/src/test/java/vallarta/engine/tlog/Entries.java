package vallarta.engine.tlog;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;

/// Entries for tests: each says which it is.
final class Entries {

  private Entries() {}

  static byte[] entry(long number) {
    return ("entry " + number).getBytes(StandardCharsets.UTF_8);
  }

  static List<byte[]> from(long first, int count) {
    return LongStream.range(first, first + count).mapToObj(Entries::entry).toList();
  }

  /// The root by the words of RFC 6962, section 2.1, and nothing of the engine but SHA-256.
  static Hash root(long start, long end) {
    if (start == end) {
      return Hash.of(Merkle.sha256().digest());
    }
    if (end - start == 1) {
      return hash((byte) 0, entry(start), new byte[0]);
    }
    long split = 1;
    while (split * 2 < end - start) {
      split *= 2;
    }
    return hash((byte) 1, root(start, start + split).bytes(), root(start + split, end).bytes());
  }

  private static Hash hash(byte prefix, byte[] left, byte[] right) {
    var digest = Merkle.sha256();
    digest.update(prefix);
    digest.update(left);
    digest.update(right);
    return Hash.of(digest.digest());
  }
}

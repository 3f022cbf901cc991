package vallarta.engine.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The hashes of a Merkle tree (RFC 6962, section 2.1): leaves and nodes never hash alike, for each
/// begins with a byte of its own.
public final class Merkle {

  /// The root of a tree without entries: SHA-256 of nothing.
  public static final Hash EMPTY = Hash.of(sha256().digest());

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Merkle::sha256);

  private Merkle() {}

  /// The hash of an entry as a leaf: SHA-256(0x00 || entry).
  public static Hash leaf(byte[] entry) {
    MessageDigest digest = DIGEST.get();
    digest.update(LEAF);
    return Hash.of(digest.digest(entry));
  }

  /// The hash over two: SHA-256(0x01 || left || right).
  public static Hash node(Hash left, Hash right) {
    MessageDigest digest = DIGEST.get();
    digest.update(NODE);
    digest.update(left.raw());
    return Hash.of(digest.digest(right.raw()));
  }

  /// The root over the first hashes of a tile, of which each stands for a full subtree of equal
  /// size.
  static Hash root(byte[] tile, int width) {
    byte[] row = new byte[width * Hash.BYTES];
    System.arraycopy(tile, 0, row, 0, row.length);
    MessageDigest digest = DIGEST.get();
    int count = width;
    while (count > 1) {
      int pairs = count / 2;
      for (int i = 0; i < pairs; i++) {
        digest.update(NODE);
        digest.update(row, i * 2 * Hash.BYTES, 2 * Hash.BYTES);
        System.arraycopy(digest.digest(), 0, row, i * Hash.BYTES, Hash.BYTES);
      }
      if (count % 2 == 1) {
        System.arraycopy(row, (count - 1) * Hash.BYTES, row, pairs * Hash.BYTES, Hash.BYTES);
      }
      count = pairs + count % 2;
    }
    return Hash.of(row, 0);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

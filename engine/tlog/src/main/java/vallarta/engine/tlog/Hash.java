package vallarta.engine.tlog;

import java.util.Arrays;
import java.util.Base64;

/// A SHA-256 hash: 32 bytes.
public final class Hash {

  /// Bytes in a hash.
  public static final int BYTES = 32;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The hash with these 32 bytes, which are copied.
  ///
  /// @throws Refused [Reason#MALFORMED] when they are not 32
  public static Hash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new Refused(Reason.MALFORMED, "a hash has 32 bytes, not " + bytes.length);
    }
    return new Hash(bytes.clone());
  }

  /// The hash at an offset of a tile.
  static Hash of(byte[] tile, int offset) {
    return new Hash(Arrays.copyOfRange(tile, offset, offset + BYTES));
  }

  /// The hash written in base64 (RFC 4648, section 4).
  ///
  /// @throws Refused [Reason#MALFORMED] when it is not the base64 of 32 bytes
  public static Hash parse(String base64) {
    return of(Text.base64(base64));
  }

  /// The 32 bytes, a copy.
  public byte[] bytes() {
    return bytes.clone();
  }

  void copyTo(byte[] tile, int offset) {
    System.arraycopy(bytes, 0, tile, offset, BYTES);
  }

  /// The bytes themselves, for whoever only reads them.
  byte[] raw() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash it && Arrays.equals(bytes, it.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /// Base64, as in a checkpoint.
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(bytes);
  }
}

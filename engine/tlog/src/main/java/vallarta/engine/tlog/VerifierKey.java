package vallarta.engine.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A public key of a log or a witness, written `name+id+key` (C2SP signed-note, verifier keys).
public final class VerifierKey {

  private final String name;
  private final KeyType type;
  private final byte[] key;
  private final PublicKey decoded;

  VerifierKey(String name, KeyType type, byte[] key) {
    this.name = checkName(name);
    this.type = type;
    this.key = key.clone();
    this.decoded = Ed25519.publicKey(key);
  }

  /// The key written as a verifier key.
  ///
  /// @throws Refused [Reason#MALFORMED]
  public static VerifierKey parse(String text) {
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3 || !parts[1].matches("[0-9a-f]{8}")) {
      throw new Refused(
          Reason.MALFORMED, "a verifier key is name+id+key, not \"" + Text.shorten(text) + "\"");
    }
    byte[] bytes = Text.base64(parts[2]);
    if (bytes.length != 1 + Ed25519.KEY) {
      throw new Refused(
          Reason.MALFORMED, "the key of " + Text.shorten(parts[0]) + " is not Ed25519");
    }
    VerifierKey key =
        new VerifierKey(parts[0], KeyType.of(bytes[0]), Arrays.copyOfRange(bytes, 1, bytes.length));
    if (!HexFormat.of().toHexDigits(key.id()).equals(parts[1])) {
      throw new Refused(
          Reason.MALFORMED,
          "the id " + parts[1] + " is not that of the key of " + Text.shorten(parts[0]));
    }
    return key;
  }

  public String name() {
    return name;
  }

  public KeyType type() {
    return type;
  }

  /// The short number by which signatures name the key.
  public int id() {
    MessageDigest digest = Merkle.sha256();
    digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(type.code());
    return ByteBuffer.wrap(digest.digest(key)).getInt();
  }

  /// Whether a signature bears the name and the number of this key.
  boolean made(NoteSignature signature) {
    return signature.name().equals(name) && signature.keyId() == id();
  }

  boolean verifies(byte[] message, byte[] signature) {
    return signature.length == Ed25519.SIGNATURE && Ed25519.verifies(decoded, message, signature);
  }

  /// Whether two keys wrap the same public key, be their names what they may.
  boolean sameKey(VerifierKey other) {
    return Arrays.equals(key, other.key);
  }

  static String checkName(String name) {
    boolean bad =
        name.isEmpty() || name.codePoints().anyMatch(c -> c == '+' || c < ' ' || spaces(c));
    if (bad) {
      throw new Refused(
          Reason.MALFORMED,
          "the name of a key has no spaces, plus signs or control characters: \""
              + Text.shorten(name)
              + "\"");
    }
    return name;
  }

  private static boolean spaces(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey it
        && name.equals(it.name)
        && type == it.type
        && Arrays.equals(key, it.key);
  }

  @Override
  public int hashCode() {
    return id();
  }

  /// As others are given it: `name+id+key`.
  @Override
  public String toString() {
    byte[] typed = new byte[1 + key.length];
    typed[0] = type.code();
    System.arraycopy(key, 0, typed, 1, key.length);
    return name
        + "+"
        + HexFormat.of().toHexDigits(id())
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }
}

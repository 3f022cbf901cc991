package vallarta.engine.tlog;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/// The private half of a key, written `PRIVATE+KEY+name+id+seed` as Go's note package writes it.
final class SigningKey {

  private static final String PREFIX = "PRIVATE+KEY+";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] seed;
  private final KeyPair pair;
  private final VerifierKey verifier;

  private SigningKey(String name, KeyType type, byte[] seed) {
    this.seed = seed;
    this.pair = Ed25519.pair(seed);
    this.verifier = new VerifierKey(name, type, Ed25519.publicBytes(pair));
  }

  static SigningKey generate(String name, KeyType type) {
    byte[] seed = new byte[Ed25519.KEY];
    RANDOM.nextBytes(seed);
    return new SigningKey(name, type, seed);
  }

  /// @throws Refused [Reason#MALFORMED], never with the text: it is secret
  static SigningKey parse(String text, KeyType type) {
    String[] parts =
        text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\+", 3) : new String[0];
    if (parts.length != 3) {
      throw new Refused(Reason.MALFORMED, "a private key is PRIVATE+KEY+name+id+seed");
    }
    byte[] bytes = secret(parts[2]);
    if (bytes.length != 1 + Ed25519.KEY || bytes[0] != type.code()) {
      throw new Refused(
          Reason.MALFORMED, "the private key is none of a " + type.name().toLowerCase(Locale.ROOT));
    }
    SigningKey key = new SigningKey(parts[0], type, Arrays.copyOfRange(bytes, 1, bytes.length));
    if (!HexFormat.of().toHexDigits(key.verifier.id()).equals(parts[1])) {
      throw new Refused(Reason.MALFORMED, "the private key does not match its id " + parts[1]);
    }
    return key;
  }

  private static byte[] secret(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new Refused(Reason.MALFORMED, "the private key is not base64");
    }
  }

  String name() {
    return verifier.name();
  }

  VerifierKey verifier() {
    return verifier;
  }

  byte[] sign(byte[] message) {
    return Ed25519.sign(pair.getPrivate(), message);
  }

  String encoded() {
    byte[] typed = new byte[1 + seed.length];
    typed[0] = verifier.type().code();
    System.arraycopy(seed, 0, typed, 1, seed.length);
    return PREFIX
        + name()
        + "+"
        + HexFormat.of().toHexDigits(verifier.id())
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }
}

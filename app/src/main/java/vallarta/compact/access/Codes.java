package vallarta.compact.access;

import java.security.SecureRandom;

/// Random words that nobody guesses: 128 bits in 26 letters and digits of base 32 (RFC 4648,
/// section 6), lower case and without padding, so that they are easily typed.
public final class Codes {

  public static final int LENGTH = 26;

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;

  private Codes() {}

  public static String next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return of(bytes);
  }

  /// The bytes in base 32.
  static String of(byte[] bytes) {
    StringBuilder word = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte next : bytes) {
      held = held << 8 | next & 0xff;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        word.append(ALPHABET.charAt(held >> bits & 31));
      }
      held &= (1 << bits) - 1;
    }
    if (bits > 0) {
      word.append(ALPHABET.charAt(held << 5 - bits & 31));
    }
    return word.toString();
  }

  /// The code in what was typed or scanned, which may be a whole address; else an empty text.
  public static String in(String typed) {
    String last = typed.strip().substring(typed.strip().lastIndexOf('/') + 1);
    String plain = last.toLowerCase(java.util.Locale.ROOT).replaceAll("[\\s-]", "");
    return plain.matches("[a-z2-7]{" + LENGTH + "}") ? plain : "";
  }
}

package vallarta.compact.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One field behind a salted digest (SD-JWT, RFC 9901, section 4.2.1). Without salt and value the
/// digest tells nothing, so that erasing both is enough.
///
/// @param digest base64url of the hash of the disclosure: what the log holds
/// @param salt base64url of 128 random bits, null once erased
/// @param value null once erased
/// @param redaction id of the entry that tells of the erasure, null before
public record Disclosure(
    String name,
    String digest,
    @Nullable String salt,
    @Nullable String value,
    @Nullable Long redaction) {

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
  private static final ThreadLocal<MessageDigest> SHA256 =
      ThreadLocal.withInitial(Disclosure::sha256);

  static Disclosure of(String name, String value, byte[] salt) {
    String encodedSalt = encode(salt);
    return new Disclosure(name, digest(text(encodedSalt, name, value)), encodedSalt, value, null);
  }

  public boolean isRedacted() {
    return redaction != null;
  }

  /// What is handed out so that anyone can compute the digest, empty once erased.
  public String text() {
    String shownSalt = salt;
    String shown = value;
    return shownSalt == null || shown == null ? "" : text(shownSalt, name, shown);
  }

  private static String text(String salt, String name, String value) {
    return encode(CanonicalJson.bytes(List.of(salt, name, value)));
  }

  /// The digest of a disclosure's text.
  static String digest(String text) {
    return encode(SHA256.get().digest(text.getBytes(StandardCharsets.US_ASCII)));
  }

  static String encode(byte[] bytes) {
    return BASE64URL.encodeToString(bytes);
  }

  static byte[] decode(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

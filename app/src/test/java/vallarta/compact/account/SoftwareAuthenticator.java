package vallarta.compact.account;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A browser and a device with one passkey (WebAuthn, ES256), in software. They say what a test
/// lets them say, right or wrong.
final class SoftwareAuthenticator {

  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int WITH_KEY = 0x40;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final KeyPair keys;
  private final byte[] credential = new byte[32];
  private String origin;
  private String domain = "localhost";
  private byte[] handle = {};
  private boolean verifies = true;
  private long counter = 1;

  /// @param origin of the page that the browser shows
  SoftwareAuthenticator(String origin) throws GeneralSecurityException {
    this.origin = origin;
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    keys = generator.generateKeyPair();
    new SecureRandom().nextBytes(credential);
  }

  SoftwareAuthenticator at(String origin) {
    this.origin = origin;
    return this;
  }

  SoftwareAuthenticator forDomain(String domain) {
    this.domain = domain;
    return this;
  }

  SoftwareAuthenticator verifying(boolean verifies) {
    this.verifies = verifies;
    return this;
  }

  SoftwareAuthenticator counting(long counter) {
    this.counter = counter;
    return this;
  }

  SoftwareAuthenticator of(byte[] handle) {
    this.handle = handle;
    return this;
  }

  byte[] handle() {
    return handle;
  }

  /// Makes the passkey, as it was asked to (`RegistrationResponseJSON`).
  String make(String options) throws GeneralSecurityException {
    JsonNode asked = JSON.readTree(options);
    handle = Base64.getUrlDecoder().decode(asked.get("user").get("id").asString());
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    made.writeBytes(said(WITH_KEY));
    made.writeBytes(new byte[16]);
    made.writeBytes(new byte[] {0, (byte) credential.length});
    made.writeBytes(credential);
    made.writeBytes(publicKey());
    ByteArrayOutputStream attestation = new ByteArrayOutputStream();
    attestation.write(0xa3);
    attestation.writeBytes(text("fmt"));
    attestation.writeBytes(text("none"));
    attestation.writeBytes(text("attStmt"));
    attestation.write(0xa0);
    attestation.writeBytes(text("authData"));
    attestation.write(0x58);
    attestation.write(made.size());
    attestation.writeBytes(made.toByteArray());
    return answer(
        Map.of(
            "clientDataJSON", word(client("webauthn.create", asked)),
            "attestationObject", word(attestation.toByteArray())));
  }

  /// Shows it, as it was asked to (`AuthenticationResponseJSON`).
  String show(String options) throws GeneralSecurityException {
    JsonNode asked = JSON.readTree(options);
    byte[] client = client("webauthn.get", asked);
    byte[] said = said(0);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(said);
    signature.update(sha256(client));
    return answer(
        Map.of(
            "clientDataJSON", word(client),
            "authenticatorData", word(said),
            "signature", word(signature.sign()),
            "userHandle", word(handle)));
  }

  private String answer(Map<String, String> response) {
    return JSON.writeValueAsString(
        Map.of(
            "id", word(credential),
            "rawId", word(credential),
            "type", "public-key",
            "clientExtensionResults", Map.of(),
            "response", response));
  }

  private byte[] client(String type, JsonNode asked) {
    return JSON.writeValueAsBytes(
        Map.of(
            "type",
            type,
            "challenge",
            asked.get("challenge").asString(),
            "origin",
            origin,
            "crossOrigin",
            false));
  }

  /// Authenticator data (WebAuthn, section 6.1).
  private byte[] said(int flags) throws GeneralSecurityException {
    return ByteBuffer.allocate(37)
        .put(sha256(domain.getBytes(StandardCharsets.UTF_8)))
        .put((byte) (flags | PRESENT | (verifies ? VERIFIED : 0)))
        .putInt((int) counter)
        .array();
  }

  /// As a map of CBOR: key type EC2, algorithm ES256, curve P-256 and the point (RFC 9053).
  private byte[] publicKey() {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    ByteArrayOutputStream cbor = new ByteArrayOutputStream();
    cbor.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01});
    cbor.writeBytes(new byte[] {0x21, 0x58, 32});
    cbor.writeBytes(coordinate(key.getW().getAffineX().toByteArray()));
    cbor.writeBytes(new byte[] {0x22, 0x58, 32});
    cbor.writeBytes(coordinate(key.getW().getAffineY().toByteArray()));
    return cbor.toByteArray();
  }

  private static byte[] coordinate(byte[] number) {
    byte[] fixed = new byte[32];
    byte[] digits = number.length > 32 ? Arrays.copyOfRange(number, 1, 33) : number;
    System.arraycopy(digits, 0, fixed, 32 - digits.length, digits.length);
    return fixed;
  }

  private static byte[] text(String word) {
    byte[] letters = word.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(letters.length + 1)
        .put((byte) (0x60 + letters.length))
        .put(letters)
        .array();
  }

  private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  private static String word(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

package vallarta.engine.tlog;

import java.nio.ByteBuffer;
import java.time.Instant;

/// The key with which a witness cosigns the checkpoints of logs (C2SP tlog-cosignature, v1).
public final class WitnessKey {

  private final SigningKey key;

  private WitnessKey(SigningKey key) {
    this.key = key;
  }

  /// A new key from the machine's random numbers.
  public static WitnessKey generate(String name) {
    return new WitnessKey(SigningKey.generate(name, KeyType.WITNESS));
  }

  /// The key as [#encoded()] wrote it.
  ///
  /// @throws Refused [Reason#MALFORMED]
  public static WitnessKey parse(String text) {
    return new WitnessKey(SigningKey.parse(text.strip(), KeyType.WITNESS));
  }

  public String name() {
    return key.name();
  }

  /// The public half, for the log and all who check.
  public VerifierKey verifier() {
    return key.verifier();
  }

  /// The private key as text: a secret.
  public String encoded() {
    return key.encoded();
  }

  NoteSignature cosign(String checkpoint, Instant at) {
    long seconds = at.getEpochSecond();
    byte[] signature = key.sign(Cosignature.message(checkpoint, seconds));
    byte[] timed =
        ByteBuffer.allocate(Long.BYTES + signature.length).putLong(seconds).put(signature).array();
    return new NoteSignature(name(), key.verifier().id(), timed);
  }
}

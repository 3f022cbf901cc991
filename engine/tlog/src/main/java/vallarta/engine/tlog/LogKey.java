package vallarta.engine.tlog;

import java.nio.charset.StandardCharsets;

/// The key with which a log signs its checkpoints. Its name is the origin of the log.
public final class LogKey {

  private final SigningKey key;

  private LogKey(SigningKey key) {
    this.key = key;
  }

  /// A new key from the machine's random numbers.
  ///
  /// @param origin of the log, as a rule its address without scheme: `example.org/record`
  public static LogKey generate(String origin) {
    return new LogKey(SigningKey.generate(origin, KeyType.LOG));
  }

  /// The key as [#encoded()] wrote it.
  ///
  /// @throws Refused [Reason#MALFORMED]
  public static LogKey parse(String text) {
    return new LogKey(SigningKey.parse(text.strip(), KeyType.LOG));
  }

  public String origin() {
    return key.name();
  }

  /// The public half, for all who check.
  public VerifierKey verifier() {
    return key.verifier();
  }

  /// The private key as text: a secret.
  public String encoded() {
    return key.encoded();
  }

  NoteSignature sign(String text) {
    return new NoteSignature(
        origin(), key.verifier().id(), key.sign(text.getBytes(StandardCharsets.UTF_8)));
  }
}

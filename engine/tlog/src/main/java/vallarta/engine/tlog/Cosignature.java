package vallarta.engine.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/// What a witness states: at that time this was the largest consistent tree it had seen of the log.
///
/// @param witness who states it
/// @param at when, to the second
public record Cosignature(VerifierKey witness, Instant at) {

  private static final int BYTES = Long.BYTES + Ed25519.SIGNATURE;

  /// The bytes that are signed.
  static byte[] message(String checkpoint, long seconds) {
    return ("cosignature/v1\ntime " + seconds + "\n" + checkpoint).getBytes(StandardCharsets.UTF_8);
  }

  /// Reads a signature line of a witness.
  ///
  /// @throws Refused [Reason#BAD_SIGNATURE]
  static Cosignature verify(VerifierKey witness, String checkpoint, NoteSignature signature) {
    byte[] bytes = signature.signature();
    if (bytes.length == BYTES) {
      long seconds = ByteBuffer.wrap(bytes).getLong();
      byte[] signed = Arrays.copyOfRange(bytes, Long.BYTES, BYTES);
      if (seconds >= 0
          && seconds <= Instant.MAX.getEpochSecond()
          && witness.verifies(message(checkpoint, seconds), signed)) {
        return new Cosignature(witness, Instant.ofEpochSecond(seconds));
      }
    }
    throw new Refused(
        Reason.BAD_SIGNATURE, "the cosignature of " + witness.name() + " does not verify");
  }
}

package vallarta.engine.tlog;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/// One signature line of a note: `— name base64(key id || signature)`.
///
/// @param name of the key
/// @param keyId number of the key
/// @param signature as its type has it
public record NoteSignature(String name, int keyId, byte[] signature) {

  private static final String DASH = "— ";

  /// Reads a line, without its newline.
  ///
  /// @throws Refused [Reason#MALFORMED]
  public static NoteSignature parse(String line) {
    int space = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || space < 0) {
      throw new Refused(Reason.MALFORMED, "no signature line: \"" + Text.shorten(line) + "\"");
    }
    String name = VerifierKey.checkName(line.substring(DASH.length(), space));
    byte[] bytes = Text.base64(line.substring(space + 1));
    if (bytes.length <= Integer.BYTES) {
      throw new Refused(
          Reason.MALFORMED, "the signature of " + Text.shorten(name) + " is too short");
    }
    return new NoteSignature(
        name,
        ByteBuffer.wrap(bytes).getInt(),
        Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteSignature it
        && name.equals(it.name)
        && keyId == it.keyId
        && Arrays.equals(signature, it.signature);
  }

  @Override
  public int hashCode() {
    return 31 * keyId + Arrays.hashCode(signature);
  }

  /// The line, without its newline.
  @Override
  public String toString() {
    byte[] bytes =
        ByteBuffer.allocate(Integer.BYTES + signature.length).putInt(keyId).put(signature).array();
    return DASH + name + " " + Base64.getEncoder().encodeToString(bytes);
  }
}

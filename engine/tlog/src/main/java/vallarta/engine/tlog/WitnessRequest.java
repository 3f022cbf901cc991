package vallarta.engine.tlog;

import java.util.ArrayList;
import java.util.List;

/// What a log asks of a witness: to cosign a checkpoint that continues one the witness has seen
/// (C2SP tlog-witness, add-checkpoint).
///
/// @param oldSize of the checkpoint the witness saw last, 0 for none
/// @param proof from the old size to that of the checkpoint
/// @param note the signed checkpoint
public record WitnessRequest(long oldSize, List<Hash> proof, SignedNote note) {

  /// Bytes of the longest request that is read.
  public static final int LONGEST = 1 << 16;

  private static final int MOST_HASHES = 63;

  public WitnessRequest {
    proof = List.copyOf(proof);
  }

  /// Reads the body of a request; nothing is verified yet.
  ///
  /// @throws Refused [Reason#MALFORMED]
  public static WitnessRequest parse(byte[] body) {
    String text = Text.utf8(body, "the request");
    int split = text.indexOf("\n\n");
    if (split < 0 || !text.startsWith("old ")) {
      throw new Refused(
          Reason.MALFORMED, "a request is an old size, a proof, an empty line and a checkpoint");
    }
    String[] lines = text.substring(0, split).split("\n", -1);
    if (lines.length - 1 > MOST_HASHES) {
      throw new Refused(Reason.MALFORMED, "a proof of more than " + MOST_HASHES + " hashes");
    }
    long oldSize = Text.decimal(lines[0].substring("old ".length()), "the old size");
    List<Hash> proof = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      proof.add(Hash.parse(lines[i]));
    }
    return new WitnessRequest(oldSize, proof, SignedNote.parse(text.substring(split + 2)));
  }

  /// The body.
  @Override
  public String toString() {
    StringBuilder body = new StringBuilder("old ").append(oldSize).append('\n');
    proof.forEach(hash -> body.append(hash).append('\n'));
    return body.append('\n').append(note).toString();
  }
}

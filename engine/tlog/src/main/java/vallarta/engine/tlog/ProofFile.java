package vallarta.engine.tlog;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is needed to check one entry far from its log: `c2sp.org/tlog-proof@v1`.
///
/// @param extra bytes of the application, not covered by the proof; null when there are none
/// @param index of the entry
/// @param path hashes of the inclusion proof
/// @param note the signed checkpoint
public record ProofFile(byte @Nullable [] extra, long index, List<Hash> path, SignedNote note) {

  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final int MOST_HASHES = 63;

  public ProofFile {
    path = List.copyOf(path);
  }

  /// Reads a file; nothing is verified yet.
  ///
  /// @throws Refused [Reason#MALFORMED]
  public static ProofFile parse(String file) {
    int split = file.indexOf("\n\n");
    if (split < 0 || !file.startsWith(HEADER + "\n")) {
      throw new Refused(
          Reason.MALFORMED, "a proof begins with " + HEADER + " and holds a checkpoint");
    }
    List<String> lines = List.of(file.substring(0, split).split("\n", -1));
    int at = 1;
    byte[] extra = null;
    if (at < lines.size() && lines.get(at).startsWith("extra ")) {
      extra = Text.base64(lines.get(at).substring("extra ".length()));
      at++;
    }
    if (at >= lines.size() || !lines.get(at).startsWith("index ")) {
      throw new Refused(Reason.MALFORMED, "the proof has no index line");
    }
    long index = Text.decimal(lines.get(at).substring("index ".length()), "the index");
    List<Hash> path = new ArrayList<>();
    for (String line : lines.subList(at + 1, lines.size())) {
      path.add(Hash.parse(line));
    }
    if (path.size() > MOST_HASHES) {
      throw new Refused(Reason.PROOF_LENGTH, path.size() + " hashes are no proof in any tree");
    }
    return new ProofFile(extra, index, path, SignedNote.parse(file.substring(split + 2)));
  }

  /// What the log commits to in this proof, not verified.
  public Checkpoint checkpoint() {
    return Checkpoint.parse(note.text());
  }

  /// Holds when the log signed a tree with this entry and enough witnesses cosigned it.
  ///
  /// @throws Refused with the reason
  public Policy.Verdict verify(byte[] entry, Policy policy) {
    Policy.Verdict verdict = policy.verify(note);
    Checkpoint checkpoint = verdict.checkpoint();
    new InclusionProof(index, checkpoint.size(), path)
        .verify(Merkle.leaf(entry), checkpoint.root());
    return verdict;
  }

  /// The file.
  @Override
  public String toString() {
    StringBuilder file = new StringBuilder(HEADER).append('\n');
    if (extra != null) {
      file.append("extra ").append(Base64.getEncoder().encodeToString(extra)).append('\n');
    }
    file.append("index ").append(index).append('\n');
    path.forEach(hash -> file.append(hash).append('\n'));
    return file.append('\n').append(note).toString();
  }
}

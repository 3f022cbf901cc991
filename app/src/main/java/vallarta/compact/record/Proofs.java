package vallarta.compact.record;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vallarta.engine.tlog.Checkpoint;
import vallarta.engine.tlog.Cosignature;
import vallarta.engine.tlog.DirectorySource;
import vallarta.engine.tlog.InclusionProof;
import vallarta.engine.tlog.LogReader;
import vallarta.engine.tlog.Policy;
import vallarta.engine.tlog.ProofFile;
import vallarta.engine.tlog.Refused;
import vallarta.engine.tlog.SignedNote;

/// Proves entries under the newest checkpoint that the witnesses of the policy cosigned, or under
/// the newest one while they are still being asked.
@Component
class Proofs {

  private final LogFiles files;
  private final Checkpoints checkpoints;

  Proofs(LogFiles files, Checkpoints checkpoints) {
    this.files = files;
    this.checkpoints = checkpoints;
  }

  /// The proof of an entry, verified before it is handed out; empty while no checkpoint covers it.
  ///
  /// @throws Refused when the log does not hold what the store says
  Optional<ProofFile> of(Entry entry) throws IOException {
    Long index = entry.index();
    if (index == null) {
      return Optional.empty();
    }
    Optional<SignedNote> covering = covering(index);
    if (covering.isEmpty()) {
      return Optional.empty();
    }
    SignedNote note = covering.get();
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    InclusionProof proof =
        new LogReader(new DirectorySource(files.log()), checkpoint.size()).inclusion(index);
    proof.verify(entry.leaf(), checkpoint.root());
    return Optional.of(new ProofFile(Evidence.of(entry).bytes(), index, proof.hashes(), note));
  }

  /// What the record's own policy says of a checkpoint, whether or not enough witnesses cosigned.
  List<Cosignature> cosignatures(SignedNote note) throws IOException {
    return files.policy().witnesses().stream()
        .flatMap(witness -> note.cosignature(witness.key()).stream())
        .toList();
  }

  /// Whether a proof that somebody has is one of this record.
  ///
  /// @throws Refused when it is not, with the reason
  Policy.Verdict check(ProofFile proof) throws IOException {
    byte[] extra = Objects.requireNonNullElse(proof.extra(), new byte[0]);
    Evidence evidence = Evidence.parse(extra);
    Policy.Verdict verdict = proof.verify(evidence.entry(), files.own());
    evidence.check();
    return new Policy.Verdict(verdict.checkpoint(), verdict.signer(), cosignatures(proof.note()));
  }

  private Optional<SignedNote> covering(long index) throws IOException {
    Policy policy = files.policy();
    List<SignedNote> notes = checkpoints.covering(index);
    for (SignedNote note : notes) {
      try {
        policy.verify(note);
        return Optional.of(note);
      } catch (Refused notYetCosigned) {
        continue;
      }
    }
    return notes.stream().findFirst();
  }
}

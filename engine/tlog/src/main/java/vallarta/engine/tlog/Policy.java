package vallarta.engine.tlog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Whom one believes: the logs, the witnesses and how many of them must have cosigned (C2SP
/// tlog-policy).
public final class Policy {

  private final List<Log> logs;
  private final Map<String, WitnessEntry> witnesses;
  private final Quorum quorum;

  Policy(List<Log> logs, Map<String, WitnessEntry> witnesses, Quorum quorum) {
    this.logs = List.copyOf(logs);
    this.witnesses = Map.copyOf(witnesses);
    this.quorum = quorum;
  }

  /// A log that is believed.
  ///
  /// @param url empty where none is given
  public record Log(VerifierKey key, String url) {}

  /// A witness that is believed.
  ///
  /// @param name within the policy
  /// @param url its submission prefix, empty where none is given
  public record WitnessEntry(String name, VerifierKey key, String url) {}

  /// What was found of a checkpoint that is believed.
  ///
  /// @param signer key of the log
  /// @param cosignatures of the witnesses of the policy
  public record Verdict(
      Checkpoint checkpoint, VerifierKey signer, List<Cosignature> cosignatures) {}

  /// The rule of who must have cosigned.
  sealed interface Quorum {

    boolean met(Set<String> cosigned);

    /// Nobody must.
    record None() implements Quorum {
      @Override
      public boolean met(Set<String> cosigned) {
        return true;
      }
    }

    /// One witness must.
    record One(String witness) implements Quorum {
      @Override
      public boolean met(Set<String> cosigned) {
        return cosigned.contains(witness);
      }
    }

    /// So many of several must.
    record Some(int needed, List<Quorum> members) implements Quorum {
      @Override
      public boolean met(Set<String> cosigned) {
        return members.stream().filter(member -> member.met(cosigned)).count() >= needed;
      }
    }
  }

  /// A policy that believes one key and asks for no witness.
  public static Policy of(VerifierKey log) {
    return new Policy(List.of(new Log(log, "")), Map.of(), new Quorum.None());
  }

  /// Reads the text of a policy.
  ///
  /// @throws Refused [Reason#MALFORMED] with the number of the line
  public static Policy parse(String text) {
    return new PolicyText(text).read();
  }

  public List<Log> logs() {
    return logs;
  }

  /// The witnesses, in the order of their names.
  public List<WitnessEntry> witnesses() {
    return witnesses.values().stream().sorted(Comparator.comparing(WitnessEntry::name)).toList();
  }

  /// Holds when a log of the policy signed the note, and the quorum cosigned it.
  ///
  /// @throws Refused [Reason#UNKNOWN_KEY], [Reason#BAD_SIGNATURE], [Reason#WRONG_ORIGIN],
  ///   [Reason#NO_QUORUM] or [Reason#MALFORMED]
  public Verdict verify(SignedNote note) {
    VerifierKey signer = note.verify(logs.stream().map(Log::key).toList());
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    if (!checkpoint.origin().equals(signer.name())) {
      throw new Refused(
          Reason.WRONG_ORIGIN,
          "the checkpoint is of " + checkpoint.origin() + ", its key of " + signer.name());
    }
    Map<String, Cosignature> found = new TreeMap<>();
    for (WitnessEntry witness : witnesses()) {
      note.cosignature(witness.key()).ifPresent(it -> found.put(witness.name(), it));
    }
    if (!quorum.met(found.keySet())) {
      throw new Refused(
          Reason.NO_QUORUM,
          "too few witnesses cosigned: "
              + (found.isEmpty() ? "none" : String.join(", ", found.keySet())));
    }
    return new Verdict(checkpoint, signer, List.copyOf(found.values()));
  }
}

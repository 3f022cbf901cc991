package vallarta.engine.tlog;

import java.util.ArrayList;
import java.util.List;

/// The keys that sign a log: as a rule one; while one takes over from another, both.
///
/// All of them sign each checkpoint, so that whoever knows one of them believes it.
public final class LogKeys {

  private final List<LogKey> keys;

  private LogKeys(List<LogKey> keys) {
    this.keys = List.copyOf(keys);
  }

  public static LogKeys of(LogKey key) {
    return new LogKeys(List.of(key));
  }

  /// @param key the current one
  /// @param retiring those it takes over from, of the same origin
  public static LogKeys of(LogKey key, List<LogKey> retiring) {
    List<LogKey> all = new ArrayList<>(List.of(key));
    for (LogKey each : retiring) {
      if (!each.origin().equals(key.origin())) {
        throw new Refused(
            Reason.WRONG_ORIGIN, "a key of " + each.origin() + " cannot sign " + key.origin());
      }
      all.add(each);
    }
    return new LogKeys(all);
  }

  String origin() {
    return keys.getFirst().origin();
  }

  List<VerifierKey> verifiers() {
    return keys.stream().map(LogKey::verifier).toList();
  }

  SignedNote sign(Checkpoint checkpoint) {
    String text = checkpoint.text();
    return new SignedNote(text, keys.stream().map(key -> key.sign(text)).toList());
  }

  /// Whether the note bears just these keys of this origin.
  boolean allSigned(SignedNote note) {
    return note.signatures().stream().filter(it -> it.name().equals(origin())).count()
            == keys.size()
        && keys.stream().allMatch(key -> note.signatures().stream().anyMatch(key.verifier()::made));
  }

  /// The signatures on a note that are not of this origin: its witnesses'.
  List<NoteSignature> others(SignedNote note) {
    return note.signatures().stream().filter(it -> !it.name().equals(origin())).toList();
  }
}

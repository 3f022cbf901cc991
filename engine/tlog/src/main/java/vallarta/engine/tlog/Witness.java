package vallarta.engine.tlog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Cosigns the checkpoints of logs it knows, each only if it continues the last one it cosigned
/// (C2SP tlog-witness): whoever asks for its cosignature cannot show two people two histories.
public final class Witness {

  private final Path folder;
  private final WitnessKey key;
  private final List<VerifierKey> logs;
  private final InstantSource clock;
  private final Disk disk = Disk.REAL;

  /// What a witness answers.
  public sealed interface Answer {

    /// The checkpoint continues what the witness knew.
    record Cosigned(NoteSignature cosignature) implements Answer {}

    /// The witness knows another size than the log thought, or another root of that size.
    ///
    /// @param known size of the checkpoint it cosigned last
    /// @param split whether the log shows two roots of the same size: proof that it forked
    record Conflict(long known, boolean split) implements Answer {}

    /// The checkpoint is not cosigned.
    ///
    /// @param reason [Reason#WRONG_ORIGIN] for a log it does not know, [Reason#UNKNOWN_KEY] or
    ///   [Reason#BAD_SIGNATURE] for a key it does not know, [Reason#OUT_OF_RANGE] for an old size
    ///   above the new, [Reason#INCONSISTENT] for a proof that does not hold
    record Declined(Reason reason, String why) implements Answer {}
  }

  /// @param folder where it keeps what it cosigned, one file a log
  /// @param logs whose checkpoints it cosigns
  public Witness(Path folder, WitnessKey key, List<VerifierKey> logs, InstantSource clock)
      throws IOException {
    this.folder = Files.createDirectories(folder);
    this.key = key;
    this.logs = List.copyOf(logs);
    this.clock = clock;
  }

  public VerifierKey verifier() {
    return key.verifier();
  }

  /// The last checkpoint of a log it cosigned.
  public synchronized Optional<SignedNote> latest(String origin) throws IOException {
    return disk.read(file(origin)).map(SignedNote::parse);
  }

  /// Cosigns a checkpoint, and remembers it before it answers; or says why not.
  public synchronized Answer add(WitnessRequest request) throws IOException {
    Checkpoint checkpoint;
    try {
      checkpoint = Checkpoint.parse(request.note().text());
    } catch (Refused e) {
      return new Answer.Declined(e.reason(), e.place());
    }
    String origin = checkpoint.origin();
    List<VerifierKey> keys = logs.stream().filter(log -> log.name().equals(origin)).toList();
    if (keys.isEmpty()) {
      return new Answer.Declined(
          Reason.WRONG_ORIGIN, "the log " + Text.shorten(origin) + " is not known here");
    }
    try {
      request.note().verify(keys);
    } catch (Refused e) {
      return new Answer.Declined(e.reason(), e.place());
    }
    if (request.oldSize() > checkpoint.size()) {
      return new Answer.Declined(
          Reason.OUT_OF_RANGE,
          "the old size " + request.oldSize() + " is above the new size " + checkpoint.size());
    }
    return cosign(request, checkpoint);
  }

  private Answer cosign(WitnessRequest request, Checkpoint checkpoint) throws IOException {
    Checkpoint known =
        latest(checkpoint.origin())
            .map(note -> Checkpoint.parse(note.text()))
            .orElse(new Checkpoint(checkpoint.origin(), 0, Merkle.EMPTY));
    if (known.size() != request.oldSize()) {
      return new Answer.Conflict(known.size(), false);
    }
    if (known.size() == checkpoint.size() && !known.root().equals(checkpoint.root())) {
      return new Answer.Conflict(known.size(), true);
    }
    try {
      new ConsistencyProof(known.size(), checkpoint.size(), request.proof())
          .verify(known.root(), checkpoint.root());
    } catch (Refused e) {
      return new Answer.Declined(Reason.INCONSISTENT, e.place());
    }
    remember(checkpoint.origin(), request.note());
    return new Answer.Cosigned(key.cosign(request.note().text(), clock.instant()));
  }

  private void remember(String origin, SignedNote note) throws IOException {
    Path file = file(origin);
    Path next = file.resolveSibling(file.getFileName() + ".next");
    disk.write(next, ByteBuffer.wrap(note.bytes()));
    disk.force(List.of(next));
    disk.rename(next, file);
    disk.forceFolder(folder);
  }

  private Path file(String origin) {
    byte[] name = Merkle.sha256().digest(origin.getBytes(StandardCharsets.UTF_8));
    return folder.resolve(HexFormat.of().formatHex(name));
  }
}

package vallarta.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vallarta.engine.tlog.Witness.Answer;

/// The rules of add-checkpoint (C2SP tlog-witness).
final class WitnessTest {

  private static final LogKey LOG = LogKey.generate("example.org/record");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path folder;
  private final FakeDisk disk = new FakeDisk(Path.of("/log"));
  private TileLog log;
  private Witness witness;

  @BeforeEach
  void logOfFiveEntries() throws IOException {
    log = TileLog.open(Path.of("/log"), LogKeys.of(LOG), disk);
    log.append(Entries.from(0, 5));
    witness = witness("w1");
  }

  private Witness witness(String name) throws IOException {
    return new Witness(
        folder.resolve(name),
        WitnessKey.generate("ngo.example/" + name),
        List.of(LOG.verifier()),
        InstantSource.fixed(NOW));
  }

  private WitnessRequest from(long oldSize) {
    return new WitnessRequest(oldSize, log.reader().consistency(oldSize).hashes(), log.note());
  }

  @Test
  void cosignsWhatContinuesTheLastItSaw() throws IOException {
    assertThat(witness.add(from(0))).isInstanceOf(Answer.Cosigned.class);
    log.append(Entries.from(5, 300));

    Answer answer = witness.add(from(5));

    assertThat(answer).isInstanceOf(Answer.Cosigned.class);
    NoteSignature line = ((Answer.Cosigned) answer).cosignature();
    SignedNote cosigned = log.note().with(List.of(line));
    assertThat(cosigned.cosignature(witness.verifier()))
        .contains(new Cosignature(witness.verifier(), NOW));
  }

  @Test
  void remembersOverARestart() throws IOException {
    witness.add(from(0));
    Witness again = witness("w1");

    assertThat(again.add(from(0))).isEqualTo(new Answer.Conflict(5, false));
    assertThat(again.latest(LOG.origin())).contains(log.note());
  }

  @Test
  void answersWithItsSizeWhereTheLogThinksOfAnother() throws IOException {
    witness.add(from(0));
    log.append(Entries.from(5, 2));

    assertThat(witness.add(from(3))).isEqualTo(new Answer.Conflict(5, false));
  }

  @Test
  void cosignsTheSameCheckpointAgain() throws IOException {
    witness.add(from(0));

    assertThat(witness.add(from(5))).isInstanceOf(Answer.Cosigned.class);
  }

  @Test
  void tellsASplitOfTheSameSize() throws IOException {
    witness.add(from(0));
    TileLog other = fork(5);
    WitnessRequest request = new WitnessRequest(5, List.of(), other.note());

    assertThat(witness.add(request)).isEqualTo(new Answer.Conflict(5, true));
  }

  @Test
  void declinesATreeThatDoesNotContinueWhatItSaw() throws IOException {
    witness.add(from(0));
    TileLog other = fork(9);
    WitnessRequest request =
        new WitnessRequest(5, other.reader().consistency(5).hashes(), other.note());

    assertThat(witness.add(request))
        .isInstanceOfSatisfying(
            Answer.Declined.class, it -> assertThat(it.reason()).isEqualTo(Reason.INCONSISTENT));
    assertThat(witness.latest(LOG.origin())).contains(log.note());
  }

  @Test
  void neverLetsTwoHistoriesGetTwoCosignaturesOfTwo() throws IOException {
    Witness second = witness("w2");
    TileLog other = fork(5);
    SignedNote mine =
        log.note().with(List.of(((Answer.Cosigned) witness.add(from(0))).cosignature()));
    SignedNote theirs =
        other
            .note()
            .with(
                List.of(
                    ((Answer.Cosigned) second.add(new WitnessRequest(0, List.of(), other.note())))
                        .cosignature()));
    Policy both =
        Policy.parse(
            """
            log %s
            witness one %s
            witness two %s
            group both all one two
            quorum both
            """
                .formatted(LOG.verifier(), witness.verifier(), second.verifier()));

    assertThat(second.add(from(0))).isEqualTo(new Answer.Conflict(5, false));
    assertThat(second.add(from(5))).isEqualTo(new Answer.Conflict(5, true));
    for (SignedNote note : List.of(mine, theirs)) {
      assertThatThrownBy(() -> both.verify(note))
          .isInstanceOfSatisfying(
              Refused.class, it -> assertThat(it.reason()).isEqualTo(Reason.NO_QUORUM));
    }
  }

  @Test
  void declinesALogItDoesNotKnow() throws IOException {
    LogKey stranger = LogKey.generate("elsewhere.example/log");
    SignedNote note = LogKeys.of(stranger).sign(new Checkpoint(stranger.origin(), 0, Merkle.EMPTY));

    assertThat(witness.add(new WitnessRequest(0, List.of(), note)))
        .isInstanceOfSatisfying(
            Answer.Declined.class, it -> assertThat(it.reason()).isEqualTo(Reason.WRONG_ORIGIN));
  }

  @Test
  void declinesAnotherKeyOfTheSameOrigin() throws IOException {
    LogKey thief = LogKey.generate(LOG.origin());
    SignedNote note = LogKeys.of(thief).sign(log.checkpoint());

    assertThat(witness.add(new WitnessRequest(0, List.of(), note)))
        .isInstanceOfSatisfying(
            Answer.Declined.class, it -> assertThat(it.reason()).isEqualTo(Reason.UNKNOWN_KEY));
  }

  @Test
  void declinesAnOldSizeAboveTheNew() throws IOException {
    assertThat(witness.add(new WitnessRequest(6, List.of(), log.note())))
        .isInstanceOfSatisfying(
            Answer.Declined.class, it -> assertThat(it.reason()).isEqualTo(Reason.OUT_OF_RANGE));
  }

  @Test
  void declinesHashesFromNothing() throws IOException {
    assertThat(witness.add(new WitnessRequest(0, List.of(Merkle.EMPTY), log.note())))
        .isInstanceOfSatisfying(
            Answer.Declined.class, it -> assertThat(it.reason()).isEqualTo(Reason.INCONSISTENT));
  }

  /// A log of the same key with another history.
  private static TileLog fork(int size) throws IOException {
    Path root = Path.of("/fork");
    TileLog fork = TileLog.open(root, LogKeys.of(LOG), new FakeDisk(root));
    fork.append(Entries.from(1_000, size));
    return fork;
  }
}

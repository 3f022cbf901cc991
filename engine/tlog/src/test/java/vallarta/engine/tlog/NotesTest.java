package vallarta.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Notes, keys, checkpoints, proof files and policies, by the rules of their specifications.
final class NotesTest {

  /// The key and the note of the tests of Go's `sumdb/note`, public and known to every reader of
  /// the format.
  private static final String PETER =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String PETERS_NOTE =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  private static final LogKey KEY = LogKey.generate("example.org/record");
  private static final Checkpoint CHECKPOINT = new Checkpoint(KEY.origin(), 3, Entries.root(0, 3));
  private static final SignedNote NOTE = LogKeys.of(KEY).sign(CHECKPOINT);

  private static void refused(Reason reason, Runnable what) {
    assertThatThrownBy(what::run)
        .isInstanceOfSatisfying(
            Refused.class, it -> assertThat(it.reason()).as(it.place()).isEqualTo(reason));
  }

  @Test
  void believesANoteThatOthersSigned() {
    SignedNote note = SignedNote.parse(PETERS_NOTE);

    assertThat(note.verify(List.of(VerifierKey.parse(PETER))).name()).isEqualTo("PeterNeumann");
    assertThat(note).hasToString(PETERS_NOTE);
    assertThat(VerifierKey.parse(PETER)).hasToString(PETER);
  }

  @Test
  void refusesANoteWhoseTextWasChanged() {
    SignedNote note = SignedNote.parse(PETERS_NOTE.replace("your problem is", "your answer is"));

    refused(Reason.BAD_SIGNATURE, () -> note.verify(List.of(VerifierKey.parse(PETER))));
  }

  @Test
  void ignoresSignaturesOfKeysItDoesNotKnow() {
    LogKey sameName = LogKey.generate(KEY.origin());
    SignedNote both = NOTE.with(List.of(sameName.sign(NOTE.text())));

    assertThat(both.verify(List.of(KEY.verifier()))).isEqualTo(KEY.verifier());
    assertThat(both.verify(List.of(sameName.verifier()))).isEqualTo(sameName.verifier());
    refused(Reason.UNKNOWN_KEY, () -> NOTE.verify(List.of(sameName.verifier())));
    refused(Reason.UNKNOWN_KEY, () -> NOTE.verify(List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "text\n",
        "text\n\n",
        "text\n\n\n",
        "text\n\n— name AAAAAAA=",
        "text\n\nname AAAAAAA=\n",
        "text\n\n— name\n",
        "text\n\n— name AAAA\n",
        "text\n\n— na+me AAAAAAA=\n",
        "text\n\n— name AAAAAAA\n",
        "te\txt\n\n— name AAAAAAA=\n",
        "text\n\n— name AAAAAAA=\nmore\n"
      })
  void refusesWhatIsNoNote(String note) {
    refused(Reason.MALFORMED, () -> SignedNote.parse(note));
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    refused(Reason.MALFORMED, () -> SignedNote.parse(new byte[] {(byte) 0xC3, '\n', '\n'}));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.example\n03\nAAAA\n",
        "a.example\n-1\nAAAA\n",
        "a.example\n9223372036854775808\nAAAA\n",
        "\n3\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n",
        "a.example\n3\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0\n",
        "a.example\n3\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n\n",
        "a.example\n3\n"
      })
  void refusesWhatIsNoCheckpoint(String text) {
    refused(Reason.MALFORMED, () -> Checkpoint.parse(text));
  }

  @Test
  void keepsTheExtensionLinesOfACheckpoint() {
    String text = "a.example\n3\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\nmore\n";

    assertThat(Checkpoint.parse(text).extensions()).containsExactly("more");
    assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PeterNeumann",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+AhpC",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
      })
  void refusesWhatIsNoVerifierKey(String text) {
    refused(Reason.MALFORMED, () -> VerifierKey.parse(text));
  }

  @Test
  void readsItsOwnPrivateKeyAndTellsNothingOfAWrongOne() {
    assertThat(LogKey.parse(KEY.encoded()).verifier()).isEqualTo(KEY.verifier());
    WitnessKey witness = WitnessKey.generate("ngo.example/witness");
    assertThat(WitnessKey.parse(witness.encoded()).verifier()).isEqualTo(witness.verifier());
    String broken = KEY.encoded().substring(0, KEY.encoded().length() - 8) + "AAAAAAA=";
    assertThatThrownBy(() -> LogKey.parse(broken))
        .isInstanceOf(Refused.class)
        .satisfies(it ->
            assertThat(it.getMessage()).doesNotContain(broken.substring(broken.length() - 20)));
    refused(Reason.MALFORMED, () -> LogKey.parse(witness.encoded()));
  }

  @Test
  void aCosignatureIsOfItsTimeAndItsCheckpoint() {
    WitnessKey witness = WitnessKey.generate("ngo.example/witness");
    Instant at = Instant.parse("2026-05-01T10:00:00Z");
    SignedNote cosigned = NOTE.with(List.of(witness.cosign(NOTE.text(), at)));

    assertThat(cosigned.cosignature(witness.verifier()))
        .contains(new Cosignature(witness.verifier(), at));
    assertThat(NOTE.cosignature(witness.verifier())).isEmpty();
    SignedNote moved = new SignedNote(NOTE.text().replace("\n3\n", "\n4\n"), cosigned.signatures());
    refused(Reason.BAD_SIGNATURE, () -> moved.cosignature(witness.verifier()));
    byte[] later = cosigned.signatures().getLast().signature().clone();
    later[7] ^= 1;
    NoteSignature line = new NoteSignature(witness.name(), witness.verifier().id(), later);
    refused(Reason.BAD_SIGNATURE, () -> NOTE.with(List.of(line)).cosignature(witness.verifier()));
  }

  @Test
  void aProofFileGoesRoundAndIsCheckedWhole() throws IOException {
    Path root = Path.of("/log");
    TileLog log = TileLog.open(root, LogKeys.of(KEY), new FakeDisk(root));
    log.append(Entries.from(0, 9));
    ProofFile proof =
        new ProofFile(
            "more".getBytes(StandardCharsets.UTF_8),
            4,
            log.reader().inclusion(4).hashes(),
            log.note());
    Policy policy = Policy.of(KEY.verifier());

    ProofFile read = ProofFile.parse(proof.toString());
    assertThat(read).hasToString(proof.toString());
    assertThat(read.extra()).isEqualTo("more".getBytes(StandardCharsets.UTF_8));
    assertThat(read.verify(Entries.entry(4), policy).checkpoint()).isEqualTo(log.checkpoint());
    refused(Reason.ROOT_MISMATCH, () -> read.verify(Entries.entry(5), policy));
    ProofFile elsewhere = ProofFile.parse(proof.toString().replace("index 4", "index 9"));
    refused(Reason.OUT_OF_RANGE, () -> elsewhere.verify(Entries.entry(4), policy));
    ProofFile shorter =
        new ProofFile(null, 4, read.path().subList(1, read.path().size()), log.note());
    refused(Reason.PROOF_LENGTH, () -> shorter.verify(Entries.entry(4), policy));
    refused(
        Reason.UNKNOWN_KEY,
        () -> read.verify(Entries.entry(4), Policy.of(LogKey.generate("x.example").verifier())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "c2sp.org/tlog-proof@v2\nindex 0\n\n",
        "c2sp.org/tlog-proof@v1\n\n",
        "c2sp.org/tlog-proof@v1\nindex 00\n\na\n\n— n AAAAAAA=\n",
        "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\na\n\n— n AAAAAAA=\n",
        "c2sp.org/tlog-proof@v1\nextra !\nindex 0\n\na\n\n— n AAAAAAA=\n"
      })
  void refusesWhatIsNoProofFile(String file) {
    refused(Reason.MALFORMED, () -> ProofFile.parse(file));
  }

  @Test
  void aPolicyOfTwoLevelsAsksForSomeOfEach() {
    WitnessKey[] x = {witness("x1"), witness("x2"), witness("x3")};
    WitnessKey y = witness("y1");
    Policy policy =
        Policy.parse(
            """
            # as in the specification, with fewer witnesses
            log %s
            witness X1 %s
            witness X2 %s
            \twitness X3 %s https://x3.example
            group X-witnesses 2 X1 X2 X3
            witness Y1 %s
            group Y-witnesses any Y1
            group X-and-Y all X-witnesses Y-witnesses
            quorum X-and-Y
            """
                .formatted(
                    KEY.verifier(),
                    x[0].verifier(),
                    x[1].verifier(),
                    x[2].verifier(),
                    y.verifier()));

    assertThat(policy.witnesses())
        .extracting(Policy.WitnessEntry::url)
        .contains("https://x3.example");
    refused(Reason.NO_QUORUM, () -> policy.verify(NOTE));
    refused(Reason.NO_QUORUM, () -> policy.verify(cosigned(x[0], y)));
    refused(Reason.NO_QUORUM, () -> policy.verify(cosigned(x)));
    assertThat(policy.verify(cosigned(x[0], x[2], y)).cosignatures()).hasSize(3);
  }

  private static WitnessKey witness(String name) {
    return WitnessKey.generate(name + ".example");
  }

  private static SignedNote cosigned(WitnessKey... witnesses) {
    return NOTE.with(
        List.of(witnesses).stream().map(it -> it.cosign(NOTE.text(), Instant.EPOCH)).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "quorum nobody",
        "quorum none\nquorum none",
        "logs x\nquorum none",
        "log x\nquorum none",
        "witness w KEY\nwitness w KEY\nquorum none",
        "witness none KEY\nquorum none",
        "witness w KEY\ngroup g 2 w\nquorum g",
        "witness w KEY\ngroup g 0 w\nquorum g",
        "witness w KEY\ngroup g any\nquorum w",
        "group g any w\nwitness w KEY\nquorum g",
        "witness w KEY\ngroup g any w\ngroup h any w\nquorum g",
        "witness w KEY\rquorum w",
        "log KEY\nquorum none"
      })
  void refusesAPolicyThatBreaksARule(String text) {
    String key = witness("w").verifier().toString();

    refused(Reason.MALFORMED, () -> Policy.parse(text.replace("KEY", key)));
  }

  @Test
  void aPolicyNamesTheLineThatIsWrong() {
    assertThatThrownBy(() -> Policy.parse("# one\n\nquorum nobody"))
        .hasMessage("line 3: \"nobody\" is not defined above");
  }

  @Test
  void aLogOfAnotherOriginThanItsKeyIsNotBelieved() {
    Checkpoint other = new Checkpoint("elsewhere.example", 3, Entries.root(0, 3));
    SignedNote note = new SignedNote(other.text(), List.of(KEY.sign(other.text())));

    refused(Reason.WRONG_ORIGIN, () -> Policy.of(KEY.verifier()).verify(note));
  }

  @Test
  void whileAKeyTakesOverBothSignAndThenOnlyTheNew() throws IOException {
    Path root = Path.of("/log");
    FakeDisk disk = new FakeDisk(root);
    LogKey next = LogKey.generate(KEY.origin());
    TileLog.open(root, LogKeys.of(KEY), disk).append(Entries.from(0, 3));

    TileLog both = TileLog.open(root, LogKeys.of(next, List.of(KEY)), disk);
    assertThat(both.note().verify(List.of(KEY.verifier()))).isEqualTo(KEY.verifier());
    assertThat(both.note().verify(List.of(next.verifier()))).isEqualTo(next.verifier());

    TileLog alone = TileLog.open(root, LogKeys.of(next), disk);
    refused(Reason.UNKNOWN_KEY, () -> alone.note().verify(List.of(KEY.verifier())));
    assertThat(alone.size()).isEqualTo(3);
    refused(Reason.WRONG_ORIGIN, () -> LogKeys.of(next, List.of(LogKey.generate("b.example"))));
  }
}

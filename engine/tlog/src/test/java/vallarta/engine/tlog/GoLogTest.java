package vallarta.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// This engine reads logs that Go's own packages wrote.
final class GoLogTest {

  private static final String WITNESS_SEED = "02".repeat(32);

  @TempDir Path folder;
  private VerifierKey key;

  @BeforeAll
  static void buildTheProgramWhereGoIs() {
    assumeTrue(GoPeer.installed(), "the Go peer is skipped: no Go with golang.org/x/mod here");
    GoPeer.build();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 255, 256, 257, 511, 1000, 65_535, 65_536, 65_537, 70_000})
  void readsTheEntriesAndRootOfALogThatGoWrote(long size) throws IOException {
    Checkpoint checkpoint = checkpointByGo("-size", String.valueOf(size));
    LogReader log = new LogReader(new DirectorySource(folder), checkpoint.size());

    assertThat(checkpoint.size()).isEqualTo(size);
    assertThat(log.root()).isEqualTo(checkpoint.root());
    for (long index : List.of(0L, size / 3, size / 2, size - 1)) {
      assertThat(log.entry(index)).isEqualTo(entryByGo(index));
      log.inclusion(index).verify(Merkle.leaf(entryByGo(index)), checkpoint.root());
    }
  }

  @Test
  void readsTheEmptyLogThatGoWrote() throws IOException {
    Checkpoint checkpoint = checkpointByGo("-size", "0");

    assertThat(new LogReader(new DirectorySource(folder), 0).root()).isEqualTo(checkpoint.root());
  }

  @Test
  void provesThatEachStateOfALogByGoContinuesTheOneBefore() throws IOException {
    String[] sizes = {"1", "255", "256", "300", "65536", "70000"};
    List<String> options = new ArrayList<>();
    for (String size : sizes) {
      options.addAll(List.of("-size", size));
    }
    Checkpoint newest = checkpointByGo(options.toArray(String[]::new));
    LogReader log = new LogReader(new DirectorySource(folder), newest.size());

    for (String size : List.of(sizes).subList(0, sizes.length - 1)) {
      Checkpoint older =
          Checkpoint.parse(SignedNote.parse(Files.readAllBytes(file("older/" + size))).text());
      assertThat(log.root(older.size())).isEqualTo(older.root());
      log.consistency(older.size()).verify(older.root(), newest.root());
    }
  }

  @Test
  void believesAProofByGoWithACosignature() throws IOException {
    List<String> keys =
        GoPeer.makeLog(
            folder, "-size", "1000", "-witness", "w.example/1=" + WITNESS_SEED, "-prove", "777");
    Policy policy =
        Policy.parse(
            """
            log %s
            witness w1 %s
            quorum w1
            """
                .formatted(keys.get(0), keys.get(1)));
    ProofFile proof = ProofFile.parse(Files.readString(file("proofs/777.tlog-proof")));

    Policy.Verdict verdict = proof.verify(entryByGo(777), policy);

    assertThat(verdict.cosignatures())
        .singleElement()
        .satisfies(it -> assertThat(it.at()).isEqualTo("2023-11-14T22:13:20Z"));
    assertThat(proof.toString())
        .isEqualTo(Files.readString(file("proofs/777.tlog-proof"), StandardCharsets.UTF_8));
    assertThatThrownBy(() -> proof.verify(entryByGo(776), policy))
        .isInstanceOfSatisfying(
            Refused.class, it -> assertThat(it.reason()).isEqualTo(Reason.ROOT_MISMATCH));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 255, 256, 257, 1000, 70_000})
  void findsALogThatGoWroteWhole(long size) throws IOException {
    Checkpoint checkpoint = checkpointByGo("-size", String.valueOf(size));

    Fsck.Report report = check();

    assertThat(report.findings()).isEmpty();
    assertThat(report.size()).isEqualTo(size);
    assertThat(report.root()).isEqualTo(checkpoint.root().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/0/005",
        "tile/0/273.p/112",
        "tile/1/000",
        "tile/1/001.p/17",
        "tile/2/000.p/1",
        "tile/entries/005",
        "tile/entries/273.p/112"
      })
  void namesTheFileOfALogByGoInWhichAByteWasChanged(String path) throws IOException {
    checkpointByGo("-size", "70000");
    byte[] bytes = Files.readAllBytes(file(path));
    bytes[10] ^= 1;
    Files.write(file(path), bytes);

    assertThat(check().findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.place()).startsWith(path));
  }

  @Test
  void goSignsWithAPrivateKeyThatWeWrote() throws IOException {
    LogKey ours = LogKey.generate("log.example.org/record");

    List<String> keys = GoPeer.makeLog(folder, "-key", ours.encoded(), "-size", "9");

    assertThat(keys).containsExactly(ours.verifier().toString());
    SignedNote note = SignedNote.parse(Files.readAllBytes(file("checkpoint")));
    assertThat(note.verify(List.of(ours.verifier()))).isEqualTo(ours.verifier());
    assertThat(note.signatures()).containsExactly(ours.sign(note.text()));
  }

  private Fsck.Report check() throws IOException {
    return new Fsck(new DirectorySource(folder), List.of(key)).check(done -> {});
  }

  private Checkpoint checkpointByGo(String... options) throws IOException {
    key = VerifierKey.parse(GoPeer.makeLog(folder, options).getFirst());
    SignedNote note = SignedNote.parse(Files.readAllBytes(file("checkpoint")));
    return Policy.of(key).verify(note).checkpoint();
  }

  /// The entry at an index of every log that Go writes for us, see `makelog.go`.
  private static byte[] entryByGo(long index) {
    String entry =
        index == 1
            ? ""
            : index == 2 ? "x".repeat(65_535) : "entry " + index + ".".repeat((int) (index % 97));
    return entry.getBytes(StandardCharsets.UTF_8);
  }

  private Path file(String path) {
    return folder.resolve(path);
  }
}

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
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Go's own packages and this engine read each other's logs.
final class GoPeerTest {

  private static final String WITNESS_SEED = "02".repeat(32);

  @TempDir Path folder;

  @BeforeAll
  static void buildTheProgramWhereGoIs() {
    assumeTrue(GoPeer.installed(), "the Go peer is skipped: no Go with golang.org/x/mod here");
    GoPeer.build();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 255, 256, 257, 511, 1000, 65_535, 65_536, 65_537, 70_000})
  void readsTheEntriesAndRootOfALogThatGoWrote(long size) throws IOException {
    Checkpoint checkpoint = checkpointByGo("-size", String.valueOf(size));
    LogReader log = new LogReader(this::read, checkpoint.size());

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

    assertThat(new LogReader(this::read, 0).root()).isEqualTo(checkpoint.root());
  }

  @Test
  void provesThatEachStateOfALogByGoContinuesTheOneBefore() throws IOException {
    String[] sizes = {"1", "255", "256", "300", "65536", "70000"};
    List<String> options = new ArrayList<>();
    for (String size : sizes) {
      options.addAll(List.of("-size", size));
    }
    Checkpoint newest = checkpointByGo(options.toArray(String[]::new));
    LogReader log = new LogReader(this::read, newest.size());

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

  @Test
  void goSignsWithAPrivateKeyThatWeWrote() throws IOException {
    LogKey key = LogKey.generate("log.example.org/record");

    List<String> keys = GoPeer.makeLog(folder, "-key", key.encoded(), "-size", "9");

    assertThat(keys).containsExactly(key.verifier().toString());
    SignedNote note = SignedNote.parse(Files.readAllBytes(file("checkpoint")));
    assertThat(note.verify(List.of(key.verifier()))).isEqualTo(key.verifier());
    assertThat(note.signatures()).containsExactly(key.sign(note.text()));
  }

  private Checkpoint checkpointByGo(String... options) throws IOException {
    VerifierKey key = VerifierKey.parse(GoPeer.makeLog(folder, options).getFirst());
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

  private Optional<byte[]> read(String path) throws IOException {
    return Files.exists(file(path))
        ? Optional.of(Files.readAllBytes(file(path)))
        : Optional.empty();
  }
}

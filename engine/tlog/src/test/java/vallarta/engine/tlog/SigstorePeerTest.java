package vallarta.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigstore.encryption.signers.Verifiers;
import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import dev.sigstore.rekor.client.Checkpoints;
import dev.sigstore.rekor.client.RekorEntry;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Sigstore's Java client, another reader of transparency logs, believes our checkpoints and
/// proofs.
final class SigstorePeerTest {

  private static final int SIZE = 201;

  private final LogKey key = LogKey.generate("log.example.org/record");
  private final WitnessKey witness = WitnessKey.generate("witness.example.org");
  private final LogReader log = new LogReader(tile(), SIZE);

  @Test
  void readsACheckpointWithACosignatureAndBelievesTheKeyOfTheLog() throws Exception {
    RekorEntry.Checkpoint read = Checkpoints.from(signed().toString());

    assertThat(read.getOrigin()).isEqualTo("log.example.org/record");
    assertThat(read.getSize()).isEqualTo(SIZE);
    assertThat(read.getBase64Hash()).isEqualTo(log.root().toString());
    assertThat(read.getSignatures())
        .extracting(RekorEntry.CheckpointSignature::getIdentity)
        .containsExactly("log.example.org/record", "witness.example.org");
    assertThat(read.getSignatures().getFirst().getKeyHint())
        .isEqualTo(ByteBuffer.allocate(Integer.BYTES).putInt(key.verifier().id()).array());
    byte[] text = read.getSignedData().getBytes(StandardCharsets.UTF_8);
    byte[] signature = read.getSignatures().getFirst().getSignature();
    assertThat(Verifiers.newVerifier(publicKey()).verify(text, signature)).isTrue();
    text[0] ^= 1;
    assertThat(Verifiers.newVerifier(publicKey()).verify(text, signature)).isFalse();
  }

  @Test
  void believesTheProofOfEveryEntry() throws Exception {
    for (int index = 0; index < SIZE; index++) {
      InclusionProofVerifier.verify(
          Merkle.leaf(entry(index)).bytes(), index, SIZE, path(index), log.root().bytes());
    }
  }

  @Test
  void refusesTheProofOfAnotherEntry() {
    assertThatThrownBy(() ->
            InclusionProofVerifier.verify(
                Merkle.leaf(entry(7)).bytes(), 8, SIZE, path(8), log.root().bytes()))
        .isInstanceOf(InclusionProofVerificationException.class);
  }

  private SignedNote signed() {
    String text = new Checkpoint(key.origin(), SIZE, log.root()).text();
    return new SignedNote(
        text, List.of(key.sign(text), witness.cosign(text, Instant.ofEpochSecond(1_700_000_000))));
  }

  private PublicKey publicKey() {
    byte[] typed = Base64.getDecoder().decode(key.verifier().toString().split("\\+", 3)[2]);
    return Ed25519.publicKey(Arrays.copyOfRange(typed, 1, typed.length));
  }

  private List<byte[]> path(int index) {
    return log.inclusion(index).hashes().stream().map(Hash::bytes).toList();
  }

  private static byte[] entry(int index) {
    return ("entry " + index).getBytes(StandardCharsets.UTF_8);
  }

  /// The one tile of so small a log.
  private static TileSource tile() {
    ByteArrayOutputStream leaves = new ByteArrayOutputStream();
    for (int index = 0; index < SIZE; index++) {
      leaves.writeBytes(Merkle.leaf(entry(index)).bytes());
    }
    Map<String, byte[]> files = Map.of("tile/0/000.p/" + SIZE, leaves.toByteArray());
    return path -> Optional.ofNullable(files.get(path));
  }
}

package vallarta.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/// Whatever bytes come, a parser reads them or refuses them with a reason, and what it reads it
/// writes back as it was.
final class ParsersFuzzTest {

  private static final String DURATION = "3s";

  private static <T> void roundTrip(
      String text, Function<String, T> parse, Function<T, String> write) {
    T read;
    try {
      read = parse.apply(text);
    } catch (Refused e) {
      assertThat(e.reason()).isNotNull();
      return;
    }
    assertThat(write.apply(read)).isEqualTo(text);
  }

  @FuzzTest(maxDuration = DURATION)
  void note(FuzzedDataProvider data) {
    roundTrip(data.consumeRemainingAsString(), SignedNote::parse, SignedNote::toString);
  }

  @FuzzTest(maxDuration = DURATION)
  void noteOfBytes(byte[] data) {
    try {
      SignedNote note = SignedNote.parse(data);
      assertThat(note.bytes()).isEqualTo(data);
    } catch (Refused e) {
      assertThat(e.reason()).isEqualTo(Reason.MALFORMED);
    }
  }

  @FuzzTest(maxDuration = DURATION)
  void signatureLine(FuzzedDataProvider data) {
    roundTrip(
        "— " + data.consumeRemainingAsString(), NoteSignature::parse, NoteSignature::toString);
  }

  @FuzzTest(maxDuration = DURATION)
  void verifierKey(FuzzedDataProvider data) {
    roundTrip(data.consumeRemainingAsAsciiString(), VerifierKey::parse, VerifierKey::toString);
  }

  @FuzzTest(maxDuration = DURATION)
  void privateKey(FuzzedDataProvider data) {
    try {
      LogKey.parse("PRIVATE+KEY+" + data.consumeRemainingAsAsciiString());
    } catch (Refused e) {
      assertThat(e.reason()).isEqualTo(Reason.MALFORMED);
    }
  }

  @FuzzTest(maxDuration = DURATION)
  void checkpoint(FuzzedDataProvider data) {
    roundTrip(data.consumeRemainingAsString(), Checkpoint::parse, Checkpoint::text);
  }

  @FuzzTest(maxDuration = DURATION)
  void proofFile(FuzzedDataProvider data) {
    roundTrip(
        "c2sp.org/tlog-proof@v1\n" + data.consumeRemainingAsString(),
        ProofFile::parse,
        ProofFile::toString);
  }

  @FuzzTest(maxDuration = DURATION)
  void witnessRequest(FuzzedDataProvider data) {
    roundTrip(
        "old " + data.consumeRemainingAsString(),
        it -> WitnessRequest.parse(it.getBytes(StandardCharsets.UTF_8)),
        WitnessRequest::toString);
  }

  @FuzzTest(maxDuration = DURATION)
  void policy(FuzzedDataProvider data) {
    try {
      assertThat(Policy.parse(data.consumeRemainingAsString())).isNotNull();
    } catch (Refused e) {
      assertThat(e.reason()).isEqualTo(Reason.MALFORMED);
    }
  }

  @FuzzTest(maxDuration = DURATION)
  void tilePath(FuzzedDataProvider data) {
    roundTrip(data.consumeRemainingAsAsciiString(), Tile::parse, Tile::path);
  }

  @FuzzTest(maxDuration = DURATION)
  void bundle(FuzzedDataProvider data) {
    int width = data.consumeInt(1, 256);
    byte[] bytes = data.consumeRemainingAsBytes();
    try {
      EntryBundle again = new EntryBundle();
      EntryBundle.read(bytes, new Tile(Tile.ENTRIES, 0, width)).forEach(again::add);
      byte[] written = new byte[again.content().remaining()];
      again.content().get(written);
      assertThat(written).isEqualTo(bytes);
    } catch (Refused e) {
      assertThat(e.reason()).isEqualTo(Reason.MALFORMED);
    }
  }

  @FuzzTest(maxDuration = DURATION)
  void hash(FuzzedDataProvider data) {
    roundTrip(data.consumeRemainingAsAsciiString(), Hash::parse, Hash::toString);
  }
}

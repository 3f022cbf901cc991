package vallarta.compact.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SealedActTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456Z");

  /// The digest and disclosure were computed with `printf`, `base64` and `sha256sum`.
  @Test
  void digestsADisclosureAsSdJwtDoes() {
    byte[] salt = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    Disclosure disclosure = Disclosure.of("name", "Aurelia", salt);
    assertThat(disclosure.text())
        .isEqualTo("WyJBQUVDQXdRRkJnY0lDUW9MREEwT0R3IiwibmFtZSIsIkF1cmVsaWEiXQ");
    assertThat(disclosure.digest()).isEqualTo("Zy-ehnAehX_KdDETncearhAcWL7h_VA6uJo06EzEuKI");
  }

  @Test
  void saysNothingInClearButVersionTypeReferenceAndTime() {
    SealedAct sealed = seal(Map.of("name", "Aurelia", "state", "XBM"));
    List<String> digests = sealed.disclosures().stream().map(Disclosure::digest).sorted().toList();
    assertThat(new String(sealed.payload(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"_sd\":[\"%s\",\"%s\"],\"_sd_alg\":\"sha-256\",\"at\":\"2026-11-23T12:00:00.123Z\",\"of\":\"P-7\",\"type\":\"stakeholder-registered\",\"v\":1}"
                .formatted(digests.toArray()));
  }

  @Test
  void saltsEachFieldOfEachActAnew() {
    assertThat(
            List.of(seal(Map.of("a", "x", "b", "x")), seal(Map.of("a", "x", "b", "x"))).stream()
                .flatMap(it -> it.disclosures().stream())
                .flatMap(it -> Stream.of(it.digest(), String.valueOf(it.salt()))))
        .doesNotHaveDuplicates()
        .hasSize(8);
  }

  @Test
  void leavesOutEmptyFieldsAndWhatNoDatabaseStores() {
    SealedAct sealed = seal(Map.of("a", "", "b", "one\0two", "c", "half \ud83d"));
    assertThat(sealed.disclosures().stream().map(it -> it.name() + "=" + it.value()))
        .containsExactly("b=one two", "c=half ?");
  }

  @Test
  void refusesAReferenceThatCouldBeAName() {
    assertThatThrownBy(() -> Facts.of("Jane Doe", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SealedAct seal(Map<String, String> fields) {
    Act act = new Act(ActType.STAKEHOLDER_REGISTERED, Facts.of("P-7", fields));
    return SealedAct.seal(List.of(act), NOON).getFirst();
  }
}

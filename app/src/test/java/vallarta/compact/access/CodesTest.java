package vallarta.compact.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodesTest {

  /// The test vectors of RFC 4648, section 10, in lower case and without padding.
  @Test
  void writesBase32AsTheStandardDoes() {
    assertThat(Stream.of("", "f", "fo", "foo", "foob", "fooba", "foobar").map(CodesTest::of))
        .containsExactly("", "my", "mzxq", "mzxw6", "mzxw6yq", "mzxw6ytb", "mzxw6ytboi");
  }

  @Test
  void makesAnotherCodeEachTime() {
    assertThat(Stream.generate(Codes::next).limit(1000))
        .doesNotHaveDuplicates()
        .allMatch(it -> it.matches("[a-z2-7]{26}"));
  }

  @Test
  void findsTheCodeInWhatWasTypedOrScanned() {
    String code = "abcdefghijklmnopqrstuvwx23";
    assertThat(
            Stream.of(
                    code,
                    " ABCDEFGHIJKLM NOPQRSTUVWX23 ",
                    "https://example.org/en/check-in/" + code)
                .map(Codes::in))
        .containsOnly(code);
    assertThat(
            Stream.of("", "Ada Example", code + "a", "abcdefghijklmnopqrstuvwx01").map(Codes::in))
        .containsOnly("");
  }

  private static String of(String text) {
    return Codes.of(text.getBytes(StandardCharsets.US_ASCII));
  }
}

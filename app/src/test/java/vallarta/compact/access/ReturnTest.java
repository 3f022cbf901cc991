package vallarta.compact.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nobody is led to another site by an address of this one (CWE-601).
class ReturnTest {

  private static final String HOME = "/en";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/en",
        "/ar/statements?theme=children&page=2",
        "/en/search?q=%22a+b%22",
        "/en/a//b"
      })
  void aPageOfThisSiteIsKept(String next) {
    assertThat(Return.safe(next, HOME)).isEqualTo(next);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "en",
        "evil.example",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/en\\..\\evil",
        "https://evil.example",
        "https:/evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        " //evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "\t//evil.example",
        "/en\r\nLocation: https://evil.example",
        "/en\u0000",
        "/\u2028/evil.example",
        "/é",
        "@evil.example",
        ".evil.example"
      })
  void everythingElseLeadsHome(String next) {
    assertThat(Return.safe(next, HOME)).isEqualTo(HOME);
  }
}

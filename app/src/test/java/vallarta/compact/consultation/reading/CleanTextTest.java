package vallarta.compact.consultation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {

  @Test
  void foldsWhiteSpaceAndDropsWhatNobodySees() {
    assertThat(CleanText.line(" one\u00A0\u2003two\tthree\r\n ")).isEqualTo("one two three");
    assertThat(CleanText.line("mi\u00ADgra\u200Btion\u0000 \u202Bnow\u202C\uFEFF"))
        .isEqualTo("migration now");
  }

  @Test
  void resolvesLigaturesAndPresentationFormsAndComposes() {
    assertThat(CleanText.line("e\uFB03cient \uFB01ngers")).isEqualTo("efficient fingers");
    assertThat(CleanText.line("\uFEFB")).isEqualTo("لا");
    assertThat(CleanText.line("cafe\u0301")).isEqualTo("café");
    assertThat(CleanText.line("\u2F08权")).isEqualTo("人权");
  }

  @Test
  void turnsBulletsOfSymbolFontsIntoBulletsAndDropsOtherPrivateCharacters() {
    assertThat(CleanText.line("\uF0B7 item \uF04A")).isEqualTo("• item");
  }

  @Test
  void keepsWholePairsAndDropsBrokenOnes() {
    assertThat(CleanText.line("a\uD83D\uDE00b\uD83D")).isEqualTo("a\uD83D\uDE00b");
  }

  @Test
  void keepsTheJoinersThatPersianAndUrduNeed() {
    assertThat(CleanText.line("می\u200Cخواهم")).isEqualTo("می\u200Cخواهم");
  }
}

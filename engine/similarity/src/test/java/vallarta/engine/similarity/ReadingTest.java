package vallarta.engine.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a text is read before it is compared.
class ReadingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12.3 Ratify      | Ratify
          12.3. ratify     | ratify
          12) ratify       | ratify
          (12) ratify      | ratify
          [12] ratify      | ratify
          (iv) ratify      | ratify
          IV. Ratify       | Ratify
          a) ratify        | ratify
          5. (b) Ratify    | Ratify
          12- تصديق        | تصديق
          一、批准          | 批准
          - ratify         | ratify
          2017. Ratify     | 2017. Ratify
          15 States        | 15 States
          3.5 million      | 3.5 million
          3.5 مليون        | 3.5 مليون
          3.5 亿           | 3.5 亿
          3.5 % of all     | 3.5 % of all
          U.N. experts     | U.N. experts
          12.3             | 12.3
          """)
  void stepsOverTheNumberOfAStatementOnly(String text, String rest) {
    assertThat(text.substring(Numbering.end(text)).strip()).isEqualTo(rest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1000      | 1000
          1,000     | 1000
          1.000     | 1000
          1 000 000 | 1000000
          1,000,000 | 1000000
          3.5       | 3.5
          3,5       | 3.5
          0.125     | 0.125
          2017, 136 | 2017
          2017 136  | 2017
          007       | 7
          ١٢٫٥      | 12.5
          12.03.17  | 12.03.17
          5.        | 5
          """)
  void readsANumberInItsWritings(String text, String number) {
    StringBuilder read = new StringBuilder();
    Numerals.read(text, 0, read);
    assertThat(read).hasToString(number);
  }

  @ParameterizedTest
  @CsvSource({
    "réfugié, refugie",
    "Œuvre, Oeuvre",
    "Straße, Strasse",
    "ﬁnance, finance",
    "ＡＢ１, AB1",
    "إلى, الي",
    "مُـهـاجِـر, مهاجر",
    "ё, е",
    "й, и",
    "l’enfant, l'enfant",
    "ไม่, ไม่"
  })
  void foldsWhatIsWritingAndNotWording(String text, String folded) {
    assertThat(Folding.fold(text)).isEqualTo(folded);
  }
}

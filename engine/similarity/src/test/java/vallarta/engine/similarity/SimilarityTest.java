package vallarta.engine.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ratify the CRPD.                          | Ratify CRPD
          Ratify OP-CAT                             | Ratify the OPCAT
          RATIFY THE CRPD                           | Ratify the CRPD
          ratify the crpd                           | Ratify the CRPD
          Protect the child(ren) at sea             | Protect child(ren) at the sea
          12.3 Ratify the CRPD                      | Ratify the CRPD
          (a) Ratify the CRPD;                      | Ratify the CRPD
          115.27. (iv) Ratify the CRPD              | Ratify the CRPD
          • Ratify   the CRPD                       | “Ratify the CRPD”
          Pay 1,000 euros                           | Pay 1000 euros
          Train twelve judges                       | Train 12 judges
          Don't detain children                     | Do not detain children
          Cut fees by 5 per cent                    | Cut fees by 5%
          Protéger les réfugiés à la frontière      | PROTEGER LES REFUGIES A LA FRONTIERE
          L’État doit protéger l'enfant             | État doit protéger enfant
          Proteger a los niños migrantes            | Proteger los ninos migrantes
          Защитить всех детей-мигрантов             | Защитить всех детей мигрантов
          Ещё раз призвать правительства            | Еще раз призвать правительства.
          حماية الأطفال المهاجرين                    | حمايه الاطفال المهاجرين
          حِمَايَةُ الأَطْفَالِ المُهَاجِرِينَ                  | حماية الأطفال المهاجرين
          حمايـــة الأطفال المهاجرين                 | حماية الأطفال المهاجرين
          (أ) حماية الأطفال المهاجرين                | حماية الأطفال المهاجرين
          保护移徙儿童的权利。                         | 保护移徙儿童权利
          （一）保护移徙儿童                          | 保护移徙儿童
          """)
  void takesTheSameWordsInAnotherWritingForTheSame(String one, String other) {
    assertThat(Similarity.of(one, other)).isEqualTo(1);
    assertThat(Similarity.STATEMENTS.alike(one, other)).isTrue();
    assertThat(Similarity.STATEMENTS.alike(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ratify the Convention against Torture     | Ratify the Optional Protocol to the Convention against Torture
          Ratify CRPD                               | Ratify CEDAW
          Ratify the CRPD                           | Sign the CRPD
          Ratify the CRPD                           | Consider ratifying the CRPD
          Ratify the CRPD                           | Do not ratify the CRPD
          Cooperate with the UN                     | Cooperate with the WHO
          Amend article 5 (c) of the law            | Amend article 5 (d) of the law
          Detain migrants with papers               | Detain migrants without papers
          Protect the rights of regular migrants    | Protect the rights of irregular migrants
          3.5 million people are on the move        | 3.4 million people are on the move
          15 States should ratify                   | 16 States should ratify
          حماية الأطفال المهاجرين                    | عدم حماية الأطفال المهاجرين
          التصديق على اتفاقية مناهضة التعذيب           | التصديق على البروتوكول الاختياري لاتفاقية مناهضة التعذيب
          批准《禁止酷刑公约》                         | 批准《禁止酷刑公约任择议定书》
          应拘留移徙儿童                              | 不应拘留移徙儿童
          Не задерживать детей                      | Задерживать детей
          No detener a los niños                    | Detener a los niños
          Détenir les enfants                       | Ne pas détenir les enfants
          👍                                        | 👎
          """)
  void tellsShortStatementsApart(String one, String other) {
    assertThat(Similarity.STATEMENTS.alike(one, other)).isFalse();
    assertThat(Similarity.STATEMENTS.alike(other, one)).isFalse();
  }

  private static final String LONG =
      "Adopt by 2020 a national plan to shelter, register and school every migrant child who reaches"
          + " a border post alone, to train 12 judges for their cases, to pay guardians and"
          + " interpreters of the Ministry of Justice, and to publish what was done each year";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a national plan to shelter | the national plan for the shelter
          by 2020                    | before the end of 2020
          who reaches                | that reaches
          to pay guardians           | to pay for guardians
          every migrant child        | each and every migrant child
          """)
  void forgivesSmallWordsInALongSentence(String part, String instead) {
    boolean turned = instead.contains("before");
    assertThat(Similarity.STATEMENTS.alike(LONG, LONG.replace(part, instead))).isEqualTo(!turned);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2020                | 2021
          train 12 judges     | train 13 judges
          a national plan     | no national plan
          Ministry of Justice | Ministry of Health
          to pay guardians    | to pay CEDAW guardians
          register and school | register without delay and school
          """)
  void doesNotForgiveANumberANegationOrANameInALongSentence(String part, String instead) {
    String changed = LONG.replace(part, instead);
    assertThat(Similarity.of(LONG, changed)).isGreaterThan(0.7);
    assertThat(Similarity.STATEMENTS.alike(LONG, changed)).isFalse();
  }

  @Test
  void countsSharedPairsOfNeighbouringWords() {
    // <protect, protect migrant, migrant children, children> and <..., migrant women, women>: 2 of
    // 6
    assertThat(Similarity.of("protect migrant children", "Protect the migrant women!"))
        .isCloseTo(2.0 / 6, within(1e-12));
    // the beginning of the five shingles of each: 1 of 9
    assertThat(Similarity.of("保护儿童", "保护妇女")).isCloseTo(1.0 / 9, within(1e-12));
    // 7 of 7 and 10 shingles: the second "special rapporteur" is another shingle than the first
    assertThat(
            Similarity.of(
                "Invite the special rapporteur on human rights defenders",
                "Invite the special rapporteur on torture and the special rapporteur on human rights"
                    + " defenders"))
        .isCloseTo(7.0 / 10, within(1e-12));
  }

  @Test
  void findsNothingInCommonWithNothing() {
    assertThat(Similarity.of("", "")).isZero();
    assertThat(Similarity.STATEMENTS.alike(" ", "\n")).isFalse();
    assertThat(Similarity.of("?", "?")).isEqualTo(1);
  }

  @Test
  void readsWordsWithoutMeaningWhereThereAreNoOthers() {
    assertThat(Similarity.STATEMENTS.alike("We are here.", "we are here")).isTrue();
    assertThat(Similarity.STATEMENTS.alike("We are here.", "It is there.")).isFalse();
  }

  @Test
  void forgivesADocumentOneTellingWordForTenBeyondAHundred() {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 119; i++) {
      words.append("word").append((char) ('a' + i % 26)).append((char) ('a' + i / 26)).append(' ');
    }
    // 120 words of content with the number: two are forgiven, 1 differs; of 110 without one: one;
    // of 100: none
    assertThat(Similarity.STATEMENTS.alike(words + "2020", words + "2021")).isTrue();
    String statement = words.substring(0, 99 * 7);
    assertThat(Similarity.STATEMENTS.alike(statement + "2020", statement + "2021")).isFalse();
  }

  @Test
  void refusesSettingsThatMeanNothing() {
    assertThatThrownBy(() -> new Similarity(0, true)).hasMessageContaining("threshold");
    assertThatThrownBy(() -> new Similarity(1.01, true)).hasMessageContaining("threshold");
    assertThatThrownBy(() -> new Similarity(Double.NaN, true)).hasMessageContaining("threshold");
  }
}

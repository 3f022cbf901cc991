package vallarta.engine.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vallarta.engine.similarity.Alignment.Kind;
import vallarta.engine.similarity.Alignment.Run;

/// What a text adds to a common one, word for word.
class AlignmentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          End the detention of children now.       | End the detention of children now. My sister was held for a month. | My sister was held for a month.
          Fermez les centres pour enfants.          | Fermez les centres pour enfants, où mon frère a passé un hiver.    | où mon frère a passé un hiver.
          أوقفوا احتجاز الأطفال فورا.              | أَوْقِفُوا احتجاز الأطفال فوراً. قضى أخي شتاء كاملا خلف السياج.       | قضى أخي شتاء كاملا خلف السياج.
          请立即停止拘留儿童。                        | 请立即停止拘留儿童。我的弟弟在围栏后面过了一个冬天。                      | 我的弟弟在围栏后面过了一个冬天。
          Прекратите держать детей под стражей.    | Прекратите держать детей под стражей. Мой брат провёл там целую зиму. | Мой брат провёл там целую зиму.
          โปรดหยุดกักขังเด็ก                        | โปรดหยุดกักขังเด็ก น้องชายของฉันอยู่ที่นั่นตลอดฤดูหนาว                   | น้องชายของฉันอยู่ที่นั่นตลอดฤดูหนาว
          Kinder gehören nicht in Haft.             | KINDER GEHÖREN NICHT IN HAFT! Mein Bruder war einen Winter lang dort. | Mein Bruder war einen Winter lang dort.
          """)
  void findsWhatIsAddedInEveryScript(String common, String text, String added) {
    assertThat(Alignment.of(common, text).additions(5)).containsExactly(added);
  }

  @Test
  void tellsWhatIsSharedAddedAndLeftOut() {
    assertThat(Alignment.of("We ask all States to act.", "We beg all States to act today.").runs())
        .containsExactly(
            new Run(Kind.SHARED, "We ", 1),
            new Run(Kind.LEFT_OUT, "ask ", 1),
            new Run(Kind.ADDED, "beg ", 1),
            new Run(Kind.SHARED, "all States to act ".strip() + " ", 4),
            new Run(Kind.ADDED, "today.", 1));
  }

  @Test
  void leavesAsideCaseWidthDiacriticsAndSigns() {
    assertThat(
            Alignment.of("Élargir l’accueil : 12 villes", "élargir l'accueil, １２ villes").isCopy())
        .isTrue();
    assertThat(Alignment.of("مُعَلِّمَة", "معلمه").isCopy()).isTrue();
    assertThat(Alignment.of("a b", "a c").isCopy()).isFalse();
  }

  @Test
  void countsTwoCharactersWithoutSpacesAsOneWord() {
    Alignment beside = Alignment.of("停止拘留儿童", "停止拘留所有儿童");
    assertThat(beside.runs())
        .containsExactly(
            new Run(Kind.SHARED, "停止拘留", 2),
            new Run(Kind.ADDED, "所有", 1),
            new Run(Kind.SHARED, "儿童", 1));
    assertThat(beside.additions(2)).isEmpty();
  }

  @Test
  void isNotBrokenUpByAWordThatBothHappenToHave() {
    assertThat(
            Alignment.of(
                    "Open the schools. We have waited for years and the law is clear.",
                    "Open the schools. My daughter asks every morning for a desk and books of her own.")
                .additions(5))
        .containsExactly("My daughter asks every morning for a desk and books of her own.");
  }

  @Test
  void joinsToTheTextItself() {
    Random random = new Random(7);
    List<String> words =
        List.of("we", "ask", "all", "states", "儿", "童", "أطفال", "now.", "–", "and");
    for (int n = 0; n < 300; n++) {
      String common = some(words, random);
      String text = some(words, random);
      Alignment beside = Alignment.of(common, text);
      assertThat(without(beside, Kind.LEFT_OUT)).as(common + " / " + text).isEqualTo(text);
      assertThat(Alignment.of(common, text)).isEqualTo(beside);
      assertThat(beside.runs()).extracting(Run::text).doesNotContain("");
    }
  }

  @Test
  void takesTextsThatHaveNothingInCommonOrNothingAtAll() {
    String long1 =
        IntStream.range(0, 5_000).mapToObj(i -> "a" + i).collect(Collectors.joining(" "));
    String long2 =
        IntStream.range(0, 5_000).mapToObj(i -> "b" + i).collect(Collectors.joining(" "));
    assertThat(Alignment.of(long1, long2).runs())
        .extracting(Run::kind)
        .containsExactly(Kind.LEFT_OUT, Kind.ADDED);
    assertThat(Alignment.of("", "").runs()).isEmpty();
    assertThat(Alignment.of("", "One word").additions(1)).containsExactly("One word");
    assertThat(Alignment.of("One word", "").isCopy()).isFalse();
    assertThat(Alignment.of("!", "!").isCopy()).isTrue();
  }

  private static String without(Alignment beside, Kind kind) {
    return beside.runs().stream()
        .filter(it -> it.kind() != kind)
        .map(Run::text)
        .collect(Collectors.joining());
  }

  private static String some(List<String> words, Random random) {
    return IntStream.range(0, random.nextInt(1, 12))
        .mapToObj(i -> words.get(random.nextInt(words.size())))
        .collect(Collectors.joining(" "));
  }
}

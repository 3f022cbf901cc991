package vallarta.compact.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vallarta.testkit.SharedData;

class LanguageDetectorTest {

  private static final int LINES_OF_A_DOCUMENT = 10;

  private final LanguageDetector detector = new LanguageDetector();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AR | طلب المندوبون من الحكومة الاعتراف بمهارات الممرضات.
          ZH | 与会者请政府承认护士的技能。
          EN | Delegates asked the Government to recognise the skills of nurses.
          FR | Les délégués ont demandé au Gouvernement de reconnaître les compétences des infirmières.
          RU | Делегаты просили правительство признать навыки медсестёр.
          ES | Los delegados pidieron al Gobierno que reconociera las capacidades de las enfermeras.
          EN | DELEGATES ASKED THE GOVERNMENT TO RECOGNISE THE SKILLS OF NURSES
          """)
  void knowsTheSixLanguages(Language language, String text) {
    assertThat(detector.detect(text)).contains(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2030 - 12.5 %",
        "Die Delegierten baten die Regierung, die Fähigkeiten der Pflegekräfte anzuerkennen.",
        "Os delegados pediram ao Governo que reconhecesse as competências dos enfermeiros.",
        "Делегати просили уряд визнати навички медичних сестер і опублікувати збори.",
        "代表団は政府に看護師の技能を認めるよう求めました。",
        "نمایندگان از دولت خواستند که مهارت‌های پرستاران را به رسمیت بشناسد و هزینه‌ها را پرداخت کند",
        "대표단은 정부에 간호사의 기술을 인정해 달라고 요청했다."
      })
  void isSilentWhereItIsNoneOfThem(String text) {
    assertThat(detector.detect(text)).isEmpty();
  }

  @Test
  void answersManyThreadsAtOnce() throws Exception {
    Callable<Boolean> ask =
        () ->
            detector.detect("The nurses asked for one desk for all.").orElseThrow() == Language.EN;
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var answer : threads.invokeAll(IntStream.range(0, 100).mapToObj(_ -> ask).toList())) {
        assertThat(answer.get()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void knowsDocumentsAndNearlyAllSingleLinesOfTheUnitedNations(Language language)
      throws IOException {
    Path file = SharedData.get("languages/un-parallel." + language.tag() + ".txt");
    List<String> lines = Files.readAllLines(file);
    long right = lines.stream().filter(it -> is(language, it)).count();
    int documents = lines.size() / LINES_OF_A_DOCUMENT;
    long rightDocuments =
        IntStream.range(0, documents)
            .map(it -> it * LINES_OF_A_DOCUMENT)
            .mapToObj(it -> String.join("\n", lines.subList(it, it + LINES_OF_A_DOCUMENT)))
            .filter(it -> is(language, it))
            .count();
    // Lines are as short as "Annex", and some hold only a foreign name.
    assertThat(right).isGreaterThanOrEqualTo(lines.size() * 96L / 100);
    assertThat(rightDocuments).isGreaterThanOrEqualTo(documents * 99L / 100);
  }

  @Test
  void knowsTheUniversalDeclarationInEachLanguage() throws IOException {
    Map<String, Language> files =
        Map.of(
            "arb",
            Language.AR,
            "cmn_hans",
            Language.ZH,
            "eng",
            Language.EN,
            "fra",
            Language.FR,
            "rus",
            Language.RU,
            "spa",
            Language.ES);
    for (Map.Entry<String, Language> it : files.entrySet()) {
      String html = Files.readString(SharedData.get("languages/udhr-" + it.getKey() + ".html"));
      String text = html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
      assertThat(detector.detect(text)).as(it.getKey()).contains(it.getValue());
    }
  }

  private boolean is(Language language, String text) {
    return detector.detect(text).orElse(null) == language;
  }
}

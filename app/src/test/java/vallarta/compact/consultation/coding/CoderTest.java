package vallarta.compact.consultation.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vallarta.compact.language.Language;

final class CoderTest {

  @Test
  void findsAWordInAnyOfItsFormsAndTellsTheWordsOfTheText() {
    assertThat(english("migrants | en | any | migrant", "Protect MIGRANTS' rights."))
        .containsExactly("migrants WORDS migrant <- MIGRANTS");
  }

  @Test
  void findsAPhraseAcrossWordsTooCommonToCount() {
    String term = "trafficking | en | any | victims of trafficking";
    assertThat(english(term, "Help the victim of the trafficking."))
        .as("one common word stands for one, not for two")
        .isEmpty();
    assertThat(english(term, "Help victims in trafficking."))
        .containsExactly("trafficking WORDS victims of trafficking <- victims in trafficking");
  }

  @Test
  void findsWordsInTheirOrderOnly() {
    assertThat(english("labour | en | any | decent work", "Works are decent.")).isEmpty();
  }

  @Test
  void allowsTheMovesThatATermAllows() {
    String text = "The Optional Protocol to the United Nations Convention against Torture";
    assertThat(english("detention | en | any | protocol convention torture ~5", text))
        .containsExactly(
            "detention WORDS protocol convention torture ~5 <- "
                + "Protocol to the United Nations Convention against Torture");
    assertThat(english("detention | en | any | protocol convention torture ~2", text)).isEmpty();
  }

  @Test
  void takesExactWordsAsTheyStandInUpperOrLowerCase() {
    String terms = "who | en | any | =WHO\nwomen | en | any | =women";
    assertThat(english(terms, "Ask the who; a woman answers."))
        .containsExactly("who WORDS =WHO <- who");
  }

  @Test
  void takesABeginningForAllWordsThatBeginSo() {
    String term = "migrants | fr | any | émigr*";
    assertThat(TinyThesaurus.codes(TinyThesaurus.of(term), Language.FR, "L'Emigration recule."))
        .containsExactly("migrants WORDS émigr* <- L'Emigration");
  }

  @Test
  void takesABeginningWithinAPhrase() {
    assertThat(
            english("work | en | any | foreign labo*", "Foreigners work; foreign labourers too."))
        .containsExactly("work WORDS foreign labo* <- foreign labourers");
  }

  @Test
  void asksForAllPartsOfATermWhereverTheyStand() {
    String term = "missing | en | all | missing + migrants";
    assertThat(english(term, "Migrants die or go missing at sea."))
        .containsExactly("missing WORDS missing + migrants <- Migrants … missing");
    assertThat(english(term, "Migrants die at sea.")).isEmpty();
  }

  @Test
  void doesNotCountTheWordsThatANotPhraseCovers() {
    String terms =
        """
        migrants | en | any | migratory
        migrants | en | not | migratory birds
        birds    | en | any | migratory birds
        """;
    assertThat(english(terms, "Protect migratory birds."))
        .as("the phrase masks its own theme only")
        .containsExactly("birds WORDS migratory birds <- migratory birds");
    assertThat(english(terms, "Protect migratory birds and migratory flows."))
        .as("it masks its words, not the text")
        .contains("migrants WORDS migratory <- migratory");
  }

  @Test
  void doesNotCountTheMaskedPartOfATermOfAllParts() {
    String terms =
        """
        missing | en | all | missing + data
        missing | en | not | data migration
        """;
    assertThat(english(terms, "Missing files in a data migration.")).isEmpty();
    assertThat(english(terms, "Missing data in a data migration.")).hasSize(1);
  }

  @Test
  void givesABroaderThemeForANarrowerOne() {
    String terms =
        """
        trafficking                     | en | any | trafficking
        trafficking-victims<trafficking | en | any | enslaved
        """;
    assertThat(english(terms, "Free the enslaved."))
        .containsExactly(
            "trafficking NARROWER enslaved <- enslaved",
            "trafficking-victims WORDS enslaved <- enslaved");
    assertThat(english(terms, "Free the enslaved, end trafficking."))
        .as("its own words come first")
        .contains("trafficking WORDS trafficking <- trafficking");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | migrant worker            | Protect the migrant workers.",
        "fr | travailleurs migrants     | Protéger chaque travailleur migrant.",
        "es | trabajador migratorio     | Proteger a los trabajadores migratorios.",
        "ru | трудящийся-мигрант        | Защищать права трудящихся-мигрантов.",
        "ar | العمال المهاجرون           | حماية العمال المهاجرين",
        "zh | 移徙工人                   | 保护所有移徙工人及其家庭成员的权利。",
      })
  void findsTheFormsOfAWordInSixLanguages(String tag, String term, String text) {
    Language language = Language.find(tag).orElseThrow();
    Thesaurus thesaurus = TinyThesaurus.of("migrant-workers | " + tag + " | any | " + term);
    assertThat(TinyThesaurus.codes(thesaurus, language, text)).hasSize(1);
    for (Language other : Language.list()) {
      if (other != language) {
        assertThat(TinyThesaurus.codes(thesaurus, other, text)).as("in %s", other).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr | réfugié    | les REFUGIES et l’asile",
        "fr | =sans-papiers | des sans‐papiers",
        "ru | учет       | при учёте данных",
        "ar | =أسرة      | كل اسره",
        "en | =migrant   | a mi\u00ADgrant",
        "es | migración  | la MIGRACION",
      })
  void overlooksAccentsAndMarksThatNobodySees(String tag, String term, String text) {
    Thesaurus thesaurus = TinyThesaurus.of("theme | " + tag + " | any | " + term);
    assertThat(TinyThesaurus.codes(thesaurus, Language.find(tag).orElseThrow(), text)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | community dimension      | The community dimension group highlighted two points.",
        "fr | dimension communautaire  | Le groupe sur la dimension communautaire a souligné :",
        "es | dimensión comunitaria    | El grupo sobre la dimensión comunitaria destacó:",
        "ru | общинное измерение       | Группа по общинному измерению подчеркнула:",
        "ar | البعد المجتمعي            | أبرزت مجموعة البعد المجتمعي نقطتين",
        "zh | 社区层面                  | 社区层面小组强调：",
      })
  void givesADimensionThatTheContextNames(String tag, String term, String context) {
    Language language = Language.find(tag).orElseThrow();
    Thesaurus thesaurus = TinyThesaurus.of("@community | " + tag + " | context | " + term);
    assertThat(TinyThesaurus.codes(thesaurus, language, "x", context))
        .singleElement()
        .asString()
        .startsWith("community CONTEXT " + term + " <- ");
  }

  @Test
  void keepsTheDimensionOfTheContextAlone() {
    String terms =
        """
        @community | en | any     | community
        @community | en | context | community dimension
        @national  | en | any     | government
        @national  | en | context | national dimension
        """;
    Thesaurus thesaurus = TinyThesaurus.of(terms);
    String context = "The community dimension group highlighted:";
    assertThat(
            TinyThesaurus.codes(
                thesaurus, Language.EN, "The governments should support them.", context))
        .containsExactly("community CONTEXT community dimension <- community dimension");
    assertThat(
            TinyThesaurus.codes(
                thesaurus, Language.EN, "It also has a national dimension.", context))
        .as("unless the statement names another one as plainly")
        .containsExactly(
            "community CONTEXT community dimension <- community dimension",
            "national WORDS national dimension <- national dimension");
    assertThat(
            TinyThesaurus.codes(
                thesaurus, Language.EN, "The national dimension group thanked the community."))
        .as("or names one itself")
        .containsExactly("national WORDS national dimension <- national dimension");
    assertThat(
            TinyThesaurus.codes(
                thesaurus, Language.EN, "The governments should act.", "The community is here."))
        .as("a context that names no dimension gives none")
        .containsExactly("national WORDS government <- governments");
  }

  @Test
  void takesNoThemeFromTheContext() {
    Thesaurus thesaurus = TinyThesaurus.of("migrants | en | any | migrant");
    assertThat(TinyThesaurus.codes(thesaurus, Language.EN, "Act now.", "Migrants")).isEmpty();
  }

  @Test
  void tellsDimensionsBeforeThemesEachInTheOrderOfTheThesaurus() {
    String terms =
        """
        work      | en | any | work
        migrants  | en | any | migrant
        @human    | en | any | dignity
        @global   | en | any | world
        """;
    assertThat(english(terms, "The world owes migrants dignity and work."))
        .extracting(code -> code.substring(0, code.indexOf(' ')))
        .containsExactly("human", "global", "work", "migrants");
  }

  @Test
  void tellsTheFirstWordsAndOfThoseTheLongestPhrase() {
    String terms =
        """
        migrants | en | any | worker
        migrants | en | any | migrant
        migrants | en | any | migrant worker
        """;
    assertThat(english(terms, "For migrant workers and other workers."))
        .containsExactly("migrants WORDS migrant worker <- migrant workers");
  }

  @Test
  void codesNothingInNothing() {
    Thesaurus thesaurus = TinyThesaurus.of("migrants | en | any | the\nx | en | any | =;");
    assertThat(TinyThesaurus.codes(thesaurus, Language.EN, "")).isEmpty();
    assertThat(TinyThesaurus.codes(thesaurus, Language.EN, "the ; …")).isEmpty();
    assertThat(new Coder(thesaurus).code(List.of())).isEmpty();
  }

  @Test
  void codesATextAlikeWhateverIsCodedWithItAndOnHoweverManyThreads() throws Exception {
    List<CodingUnit> units =
        IntStream.range(0, 900)
            .mapToObj(i -> new CodingUnit(text(new Random(i)), context(i), language(i)))
            .toList();
    Coder coder = new Coder(Thesaurus.shipped());
    try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
      List<List<SuggestedCode>> together = coder.code(units);
      assertThat(together).hasSameSizeAs(units).anyMatch(codes -> codes.size() > 2);

      List<Integer> shuffled = new ArrayList<>(IntStream.range(0, units.size()).boxed().toList());
      Collections.shuffle(shuffled, new Random(6));
      List<Future<List<List<SuggestedCode>>>> parts = new ArrayList<>();
      for (int start = 0; start < shuffled.size(); start += 7) {
        List<Integer> some = shuffled.subList(start, Math.min(shuffled.size(), start + 7));
        parts.add(workers.submit(() -> coder.code(some.stream().map(units::get).toList())));
      }
      int place = 0;
      for (Future<List<List<SuggestedCode>>> part : parts) {
        for (List<SuggestedCode> codes : part.get()) {
          assertThat(codes).isEqualTo(together.get(shuffled.get(place++)));
        }
      }
    }
  }

  private static String text(Random random) {
    String[] words = {
      "migrants", "workers", "women", "rights", "the", "and", "local", "community", "detention",
      "trafficking", "réfugiés", "enfants", "дети", "мигранты", "移徙工人", "儿童", "المهاجرون", "data",
    };
    StringBuilder text = new StringBuilder();
    for (int i = 2 + random.nextInt(12); i > 0; i--) {
      text.append(words[random.nextInt(words.length)]).append(' ');
    }
    return text.toString();
  }

  private static String context(int i) {
    return i % 5 == 0 ? "The community dimension group highlighted:" : "";
  }

  private static Language language(int i) {
    return Language.list().get(i % 6);
  }

  private static List<String> english(String terms, String text) {
    return TinyThesaurus.codes(TinyThesaurus.of(terms), Language.EN, text);
  }
}

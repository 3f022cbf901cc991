package vallarta.compact.consultation.passage;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vallarta.compact.language.Language;
import vallarta.testkit.SharedData;

/// Against real material, where it is on the machine. The sentences are named by their first words.
final class RealTextsTest {

  /// What the observer's report tells that somebody asked for, read by a person sentence by
  /// sentence.
  private static final Set<String> ASKS =
      Set.of(
          "In the welcome ceremony,",
          "People need to change",
          "During the first day,",
          "The panelists also spoke",
          "They asked for regularizing",
          "They highlighted the importance",
          "Mr. Luis Raúl González",
          "This should have principles",
          "The human dimension group",
          "It is needed to",
          "The community should address",
          "The governments should support",
          "There is a labor",
          "Women can be powerful",
          "The role of national",
          "For the implementation of",
          "The national dimension group",
          "The States have the",
          "The group urged to",
          "The International Organization for",
          "The States can link",
          "The action group about",
          "The GCM should encourage",
          "Civil societies organizations participating",
          "The global dimension group",
          "The participants expressed the",
          "Also, they suggested to",
          "The GCM should be",
          "The IOM could have",
          "In the concluding session,");

  private static final PassageSplitter SPLITTER = new PassageSplitter();
  private static final StatementFinder FINDER = new StatementFinder();

  @Test
  void findsTheAsksOfTheObserversReport() {
    String text = read("inputs/vivat-puerto-vallarta-2017.txt");
    Set<String> found =
        FINDER.find(SPLITTER.split(PlainText.read(text), Language.EN), Language.EN).stream()
            .filter(statement -> statement.kind() == Kind.ASK)
            .map(statement -> firstWords(statement.passage().text()))
            .collect(Collectors.toSet());

    long right = found.stream().filter(ASKS::contains).count();

    assertThat(right).as("recall, of %s", ASKS.size()).isGreaterThanOrEqualTo(ASKS.size() * 9 / 10);
    assertThat(right).as("precision, of %s", found).isGreaterThanOrEqualTo(found.size() * 9 / 10);
  }

  @Test
  void carriesTheGroupIntoTheContextOfItsParagraph() {
    String text = read("inputs/vivat-puerto-vallarta-2017.txt");
    List<FoundStatement> found =
        FINDER.find(SPLITTER.split(PlainText.read(text), Language.EN), Language.EN);

    assertThat(found)
        .filteredOn(
            statement -> firstWords(statement.passage().text()).startsWith("The governments"))
        .singleElement()
        .satisfies(statement -> {
          assertThat(statement.context()).contains("The community dimension group");
          assertThat(statement.speaker()).isEqualTo("community dimension group");
          assertThat(statement.addressee()).isEqualTo("governments");
        });
  }

  @Test
  void takesRecommendationsOfThePeriodicReviewForAsks() {
    for (String file : List.of("1-5", "6-9", "10-13")) {
      List<String> rows = rows("statements/" + file + ".csv");
      long asks =
          rows.stream()
              .flatMap(row -> FINDER.find(List.of(SPLITTER.whole(row)), Language.EN).stream())
              .filter(statement -> statement.kind() == Kind.ASK)
              .count();
      assertThat(asks * 100.0 / rows.size()).as(file).isGreaterThan(97);
    }
  }

  @Test
  void findsInASpeechFewerThanTwoThirdsOfItsSentences() {
    for (String state : List.of("AFG", "BRA", "FRA", "KEN", "MEX", "SWE")) {
      String text = read("speeches/Session 71 - 2016/" + state + "_71_2016.txt");
      List<Passage> passages = SPLITTER.split(PlainText.readLines(text), Language.EN);
      int found = FINDER.find(passages, Language.EN).size();
      assertThat(found * 100 / passages.size()).as(state).isBetween(25, 65);
    }
  }

  /// The Universal Declaration has a preamble and thirty articles in every language.
  @Test
  void splitsThirtyArticlesInSixLanguages() {
    Map<String, Language> files =
        Map.of(
            "arb", Language.AR,
            "cmn_hans", Language.ZH,
            "eng", Language.EN,
            "fra", Language.FR,
            "rus", Language.RU,
            "spa", Language.ES);
    files.forEach((file, language) -> {
      String html = read("languages/udhr-" + file + ".html").replaceAll("\\s+", " ");
      String text =
          html.replaceAll(".*</head>", "")
              .replaceAll("<h(\\d)[^>]*>", "\n\n##")
              .replaceAll("<(?:p|li)\\b[^>]*>", "\n\n")
              .replaceAll("<[^>]+>", "");
      List<Passage> passages = SPLITTER.split(PlainText.read(text), language);
      assertThat(passages.stream().map(Passage::headings).distinct()).as(file).hasSize(31);
      assertThat(passages.size()).as(file).isBetween(55, 80);
    });
  }

  /// At least seven lines in ten of the same kind as in English: the floor, not the aim.
  @Test
  void agreesOnAlignedLinesInSixLanguages() {
    List<String> english = kinds(Language.EN);
    for (Language language : Language.list()) {
      List<String> kinds = kinds(language);
      long same = 0;
      for (int i = 0; i < english.size(); i++) {
        same += english.get(i).equals(kinds.get(i)) ? 1 : 0;
      }
      assertThat(same * 100.0 / english.size()).as(language.tag()).isGreaterThan(73);
    }
  }

  private static List<String> kinds(Language language) {
    var kinds = new ArrayList<String>();
    for (String line : read("languages/un-parallel." + language.tag() + ".txt").split("\n")) {
      List<FoundStatement> found = FINDER.find(List.of(SPLITTER.whole(line)), language);
      kinds.add(found.isEmpty() ? "" : found.getFirst().kind().name());
    }
    return kinds;
  }

  private static String firstWords(String text) {
    String[] words = text.split(" ", 5);
    return String.join(" ", List.of(words).subList(0, Math.min(4, words.length)));
  }

  private static List<String> rows(String name) {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(read(name))) {
      return reader.stream().map(row -> row.getField("Text")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(String name) {
    Path path = SharedData.get(name);
    try {
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

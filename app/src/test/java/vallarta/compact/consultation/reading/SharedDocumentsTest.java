package vallarta.compact.consultation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vallarta.testkit.SharedData;

/// Real documents as they arrive.
class SharedDocumentsTest {

  /// A sentence that is cut by what stands at the head or foot of a page, or a word with the mark
  /// of a note stuck to it.
  private static final Pattern SPOILT =
      Pattern.compile(
          "[a-z,] (?:A/HRC/WG\\.6/\\d+/SVN/\\d [a-z]|GE\\.\\d\\d-)|[a-z]{3}\\.\\d{1,3} [A-Z]");

  @Test
  void readsEveryFileOfAReviewButTheOneThatIsAPicture() throws Exception {
    Path folder = SharedData.get("inputs/upr-slovenia");
    List<Path> files;
    try (Stream<Path> paths = Files.walk(folder)) {
      files = paths.filter(Files::isRegularFile).toList();
    }
    assertThat(files).hasSize(25);
    try (DocumentReader reader = new DocumentReader(ReadingLimits.DEFAULT);
        var threads = Executors.newFixedThreadPool(2)) {
      List<Future<Reading>> readings =
          files.stream()
              .map(it -> threads.submit(() -> reader.read(it, it.getFileName().toString())))
              .toList();
      for (int i = 0; i < files.size(); i++) {
        String name = files.get(i).getFileName().toString();
        Reading reading = readings.get(i).get();
        boolean picture = name.startsWith("Letter-OHCHR");
        assertThat(reading.status())
            .as(name)
            .isEqualTo(picture ? ReadingStatus.IMAGES_ONLY : ReadingStatus.READ);
        assertThat(SPOILT.matcher(reading.text()).results().map(it -> it.group()).toList())
            .as(name)
            .hasSizeLessThanOrEqualTo(reading.text().length() / 50_000);
      }
    }
  }

  @Test
  void readsTheNumberedParagraphsAndHeadingsOfANationalReport() {
    Path file = SharedData.get("inputs/upr-slovenia/cycle3/g1923444.pdf");
    Reading reading = new FileReading(TextLimits.of(ReadingLimits.DEFAULT)).read(file, "a.pdf");
    List<String> numbered =
        reading.blocks().stream()
            .filter(it -> it.kind() == Block.Kind.PARAGRAPH)
            .map(reading::textOf)
            .filter(it -> it.matches("\\d{1,3}\\. \\p{Lu}.*|60\\. 2017.*"))
            .toList();
    assertThat(numbered).hasSize(116);
    for (int i = 0; i < numbered.size(); i++) {
      assertThat(numbered.get(i)).startsWith(i + 1 + ". ");
    }
    assertThat(
            reading.blocks().stream()
                .filter(it -> it.kind() == Block.Kind.HEADING)
                .map(reading::textOf))
        .contains(
            "II. Implementation of recommendations from the previous cycles",
            "B. Institutional framework of human rights protection");
  }

  @Test
  void readsTheUniversalDeclarationInSixLanguages() {
    for (String code : List.of("arb", "cmn_hans", "eng", "fra", "rus", "spa")) {
      Path file = SharedData.get("languages/udhr-" + code + ".html");
      Reading reading = new FileReading(TextLimits.of(ReadingLimits.DEFAULT)).read(file, "a.html");
      long headings =
          reading.blocks().stream().filter(it -> it.kind() == Block.Kind.HEADING).count();
      // The title, the preamble and thirty articles.
      assertThat(headings).as(code).isEqualTo(32);
    }
  }
}

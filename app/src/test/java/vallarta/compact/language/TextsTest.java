package vallarta.compact.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every sentence of every module is there in all six languages, with the same arguments.
class TextsTest {

  private static final Path SOURCES = Path.of("src/main/java/vallarta/compact");

  /// A key written in a template or in Java: module, dot, words. One that ends with a dot is the
  /// beginning of several.
  private static final Pattern KEY = Pattern.compile("\"([a-z]+\\.[a-z0-9.-]*)\"");

  private static final Pattern FILE_NAME =
      Pattern.compile(".*\\.(csv|json|xlsx|html|css|sql|svg|jte|properties|zip)");

  private final Texts texts = Texts.load();

  @ParameterizedTest
  @EnumSource(Language.class)
  void everySentenceIsInEveryLanguageWithTheSameArguments(Language language) {
    assertThat(texts.keys(language)).isEqualTo(texts.keys(Language.EN));
  }

  @Test
  void everyKeyWrittenInTemplatesAndJavaHasItsSentence() throws IOException {
    Map<String, Set<String>> known = texts.keys(Language.EN);
    Set<String> missing = new TreeSet<>();
    Set<String> modules =
        known.keySet().stream().map(TextsTest::module).collect(Collectors.toSet());
    for (String key : keysInSources()) {
      if (!modules.contains(module(key))) {
        continue;
      }
      boolean there =
          key.endsWith(".")
              ? known.keySet().stream().anyMatch(it -> it.startsWith(key))
              : known.containsKey(key);
      if (!there) {
        missing.add(key);
      }
    }
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void keysBeginWithTheNameOfTheirModule(Language language) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file :
          files.filter(it -> it.endsWith("messages_" + language.tag() + ".properties")).toList()) {
        String module = file.getParent().getFileName() + ".";
        assertThat(Files.readAllLines(file))
            .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
            .allSatisfy(line -> assertThat(line).startsWith(module));
      }
    }
  }

  @Test
  void anArgumentThatIsNotGivenIsAnError() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> texts.text(Language.EN, "language.date-time", Map.of("date", "today"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String module(String key) {
    return key.substring(0, key.indexOf('.'));
  }

  private static Set<String> keysInSources() throws IOException {
    Set<String> keys = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(it -> it.toString().matches(".*\\.(java|jte)")).toList()) {
        KEY.matcher(Files.readString(file))
            .results()
            .map((MatchResult match) -> match.group(1))
            .filter(key -> !FILE_NAME.matcher(key).matches())
            .forEach(keys::add);
      }
    }
    return keys;
  }
}

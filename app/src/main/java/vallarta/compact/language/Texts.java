package vallarta.compact.language;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The sentences of the interface in the six languages, by key.
///
/// Every module keeps its own beside its Java, in `messages_<language>.properties` (UTF-8), under
/// keys that begin with the name of the module: `stocktaking.matrix.title`. A sentence is an [ICU
/// message](https://unicode-org.github.io/icu/userguide/format_parse/messages/) with named
/// arguments. It never changes and may be shared among threads.
public final class Texts {

  private final Map<Language, Map<String, Sentence>> sentences;
  private final List<Words> words;

  private Texts(Map<Language, Map<String, Sentence>> sentences) {
    this.sentences = sentences;
    this.words = Language.list().stream().map(of -> new Words(this, of)).toList();
  }

  /// Reads the sentences of all modules on the class path.
  ///
  /// @throws IllegalArgumentException when a sentence is no ICU message, or two modules use one key
  public static Texts load() {
    Map<Language, Map<String, Sentence>> sentences = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      sentences.put(language, read(language));
    }
    return new Texts(sentences);
  }

  /// The words of one language.
  public Words in(Language language) {
    return words.get(Language.list().indexOf(language));
  }

  /// The sentence of that key.
  ///
  /// @throws IllegalArgumentException when there is none: every key used is in every language, and
  ///   a test holds it
  public String text(Language language, String key, Map<String, ?> arguments) {
    return find(language, key)
        .orElseThrow(() -> new IllegalArgumentException("no sentence " + key + " in " + language))
        .say(arguments);
  }

  /// The keys of a language, each with the names of the arguments that its sentence takes.
  public Map<String, Set<String>> keys(Language language) {
    Map<String, Set<String>> keys = new TreeMap<>();
    in(sentences, language).forEach((key, sentence) -> keys.put(key, sentence.arguments()));
    return keys;
  }

  Optional<Sentence> find(Language language, String key) {
    return Optional.ofNullable(in(sentences, language).get(key));
  }

  private static Map<String, Sentence> in(
      Map<Language, Map<String, Sentence>> sentences, Language language) {
    return sentences.getOrDefault(language, Map.of());
  }

  private static Map<String, Sentence> read(Language language) {
    ULocale locale = Words.locale(language);
    boolean isolating = language.direction().equals("rtl");
    Map<String, Sentence> sentences = new HashMap<>();
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver()
              .getResources(
                  "classpath*:vallarta/compact/*/messages_" + language.tag() + ".properties");
      for (Resource file : files) {
        properties(file)
            .forEach((key, pattern) -> {
              if (sentences.put(key, sentence(key, pattern, locale, isolating)) != null) {
                throw new IllegalArgumentException("two sentences for " + key);
              }
            });
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sentences;
  }

  private static Sentence sentence(String key, String pattern, ULocale locale, boolean isolating) {
    try {
      return new Sentence(pattern, locale, isolating);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + " in " + locale + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, String> properties(Resource file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    Map<String, String> pairs = new LinkedHashMap<>();
    properties.forEach((key, pattern) -> pairs.put((String) key, (String) pattern));
    return pairs;
  }
}

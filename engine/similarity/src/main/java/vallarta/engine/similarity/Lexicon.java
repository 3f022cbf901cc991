package vallarta.engine.similarity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The closed-class words of the six languages, by the hash of their folded lower-case form: words
/// that carry the grammar and are passed over, words that turn the meaning of a sentence, numbers
/// in words.
///
/// All languages are in one list, for the language of a short statement is not surely known; a word
/// that passes over in one language and means something in another is not in it. The list is
/// `words.txt` beside this class.
final class Lexicon {

  enum Role {
    CONTENT,
    PASSED,
    TURNING
  }

  private static final Lexicon ALL = read();

  private final LongTable roles = new LongTable();
  private final LongTable aliases = new LongTable();
  private final LongArray canonical = new LongArray();
  private final List<String> opposites = new ArrayList<>();

  private Lexicon() {}

  static Role role(long word) {
    int role = ALL.roles.get(word);
    return role == LongTable.NONE ? Role.CONTENT : role == 0 ? Role.PASSED : Role.TURNING;
  }

  /// The hash of the usual form of a word: of `5` for `five`; of other words their own.
  static long canonical(long word) {
    int alias = ALL.aliases.get(word);
    return alias == LongTable.NONE ? word : ALL.canonical.get(alias);
  }

  /// Prefixes that turn a word into its opposite: `un`, `non`, `без`.
  static List<String> opposites() {
    return ALL.opposites;
  }

  private static Lexicon read() {
    Lexicon lexicon = new Lexicon();
    InputStream list = Objects.requireNonNull(Lexicon.class.getResourceAsStream("words.txt"));
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lexicon.line(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lexicon;
  }

  private void line(String line) {
    int colon = line.indexOf(':');
    if (line.startsWith("#") || colon < 0) {
      return;
    }
    for (String word : Folding.fold(line.substring(colon + 1)).strip().split(" +", -1)) {
      switch (line.substring(0, colon)) {
        case "passed" -> roles.put(Hash.of(word), 0);
        case "turning" -> roles.put(Hash.of(word), 1);
        case "opposite" -> opposites.add(word);
        case "number" -> {
          String[] sides = word.split("=", -1);
          roles.put(Hash.of(sides[1]), 1);
          roles.put(Hash.of(sides[0]), 1);
          aliases.put(Hash.of(sides[0]), canonical.size());
          canonical.add(Hash.of(sides[1]));
        }
        default -> throw new IllegalStateException("words.txt: " + line);
      }
    }
  }
}

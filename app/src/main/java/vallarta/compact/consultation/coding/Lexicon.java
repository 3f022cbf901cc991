package vallarta.compact.consultation.coding;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import vallarta.compact.consultation.coding.KeyPhrase.Slot;
import vallarta.compact.consultation.coding.Phrase.Form;
import vallarta.compact.consultation.coding.Phrase.Word;

/// The words of all terms of one language, each under a key: a stem as it is, `=cedaw` for an exact
/// word, `migra*` for a beginning; keys are numbered from 0. A word of a text has the keys of all
/// that it can stand for, most words none, whatever stands beside it: so the keys of a word are
/// looked for once and remembered. Thread-safe.
final class Lexicon {

  private static final int REMEMBERED = 200_000;
  private static final int[] NONE = {};

  private final WordForms forms;
  private final Map<String, Integer> known = new HashMap<>();
  private final Map<String, Integer> beginnings = new HashMap<>();
  private final Map<String, int[]> remembered = new ConcurrentHashMap<>();

  Lexicon(WordForms forms) {
    this.forms = forms;
  }

  /// Adds the words of a phrase; not to be called any more once texts are read. Words that are too
  /// common to have a stem leave a gap that any word fills; a phrase of nothing else has no slots.
  KeyPhrase add(Phrase phrase) {
    List<Slot> slots = new ArrayList<>();
    int position = 0;
    for (Word word : phrase.words()) {
      List<String> tokens = tokens(word.text());
      for (int i = 0; i < tokens.size(); i++) {
        boolean last = i == tokens.size() - 1;
        String key =
            key(tokens.get(i), last || word.form() != Form.PREFIX ? word.form() : Form.EXACT);
        if (!key.isEmpty()) {
          slots.add(new Slot(number(key), position));
        }
        position++;
      }
    }
    int first = slots.isEmpty() ? 0 : slots.getFirst().position();
    return new KeyPhrase(
        slots.stream().map(it -> new Slot(it.key(), it.position() - first)).toList(),
        phrase.slop());
  }

  /// How many keys there are.
  int size() {
    return known.size();
  }

  /// The keys of a word of a text, to be read only.
  int[] keys(String word) {
    int[] keys = remembered.get(word);
    if (keys == null) {
      keys = find(word);
      if (remembered.size() >= REMEMBERED) {
        remembered.clear();
      }
      remembered.put(word, keys);
    }
    return keys;
  }

  private int[] find(String word) {
    List<Integer> keys = new ArrayList<>();
    forms.stem(word).map(known::get).ifPresent(keys::add);
    String folded = forms.folded(word);
    Integer exact = known.get("=" + folded);
    if (exact != null) {
      keys.add(exact);
    }
    beginnings.forEach((beginning, key) -> {
      if (folded.startsWith(beginning)) {
        keys.add(key);
      }
    });
    return keys.isEmpty() ? NONE : keys.stream().mapToInt(Integer::intValue).toArray();
  }

  private String key(String token, Form form) {
    return switch (form) {
      case STEM -> forms.stem(token).orElse("");
      case EXACT -> "=" + forms.folded(token);
      case PREFIX -> forms.folded(token) + "*";
    };
  }

  private int number(String key) {
    Integer number = known.get(key);
    if (number == null) {
      number = known.size();
      known.put(key, number);
      if (key.endsWith("*")) {
        beginnings.put(key.substring(0, key.length() - 1), number);
      }
    }
    return number;
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    try (StandardTokenizer stream = new StandardTokenizer()) {
      stream.setReader(new StringReader(text));
      CharTermAttribute token = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(token.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tokens;
  }
}

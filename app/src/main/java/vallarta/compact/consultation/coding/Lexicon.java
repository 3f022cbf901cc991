package vallarta.compact.consultation.coding;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import vallarta.compact.consultation.coding.Phrase.Form;
import vallarta.compact.consultation.coding.Phrase.Word;

/// The words of all terms of one language, under keys: a stem as it is, `=cedaw` for an exact word,
/// `migra*` for a beginning. A word of a text has the keys of all that it can stand for, most words
/// none. Thread-safe.
final class Lexicon {

  /// A key and its distance in words from the first of its phrase.
  record Slot(String key, int position) {}

  private static final int REMEMBERED = 200_000;

  private final WordForms forms;
  private final Set<String> known = new HashSet<>();
  private final List<String> beginnings = new ArrayList<>();
  private final Map<String, List<String>> remembered = new ConcurrentHashMap<>();

  Lexicon(WordForms forms) {
    this.forms = forms;
  }

  /// Adds the words of a phrase; not to be called any more once texts are read. Words that are too
  /// common to have a stem leave a gap that any word fills; a phrase of nothing else has no slots.
  List<Slot> add(Phrase phrase) {
    List<Slot> slots = new ArrayList<>();
    int position = 0;
    for (Word word : phrase.words()) {
      List<String> tokens = tokens(word.text());
      for (int i = 0; i < tokens.size(); i++) {
        boolean last = i == tokens.size() - 1;
        String key =
            key(tokens.get(i), last || word.form() != Form.PREFIX ? word.form() : Form.EXACT);
        if (!key.isEmpty()) {
          slots.add(new Slot(key, position));
        }
        position++;
      }
    }
    slots.forEach(slot -> know(slot.key()));
    int first = slots.isEmpty() ? 0 : slots.getFirst().position();
    return slots.stream().map(it -> new Slot(it.key(), it.position() - first)).toList();
  }

  /// The keys of a word of a text.
  List<String> keys(String word) {
    List<String> keys = remembered.get(word);
    if (keys == null) {
      keys = find(word);
      if (remembered.size() >= REMEMBERED) {
        remembered.clear();
      }
      remembered.put(word, keys);
    }
    return keys;
  }

  private List<String> find(String word) {
    List<String> keys = new ArrayList<>();
    forms.stem(word).filter(known::contains).ifPresent(keys::add);
    String folded = forms.folded(word);
    if (known.contains("=" + folded)) {
      keys.add("=" + folded);
    }
    for (String beginning : beginnings) {
      if (folded.startsWith(beginning)) {
        keys.add(beginning + "*");
      }
    }
    return List.copyOf(keys);
  }

  private String key(String token, Form form) {
    return switch (form) {
      case STEM -> forms.stem(token).orElse("");
      case EXACT -> "=" + forms.folded(token);
      case PREFIX -> forms.folded(token) + "*";
    };
  }

  private void know(String key) {
    if (known.add(key) && key.endsWith("*")) {
      beginnings.add(key.substring(0, key.length() - 1));
    }
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

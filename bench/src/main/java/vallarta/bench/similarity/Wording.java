package vallarta.bench.similarity;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/// An invented text as it is written and edited, word by word.
final class Wording {

  private final Language language;
  private final Words words;
  private int[] text;
  private int size;

  private Wording(Language language, Words words, int[] text, int size) {
    this.language = language;
    this.words = words;
    this.text = text;
    this.size = size;
  }

  Wording(Language language, Words words) {
    this(language, words, new int[128], 0);
  }

  Wording copy() {
    return new Wording(language, words, text.clone(), size);
  }

  /// Adds words until they fill so many bytes more.
  void write(int bytes, SplittableRandom random) {
    for (int left = bytes; left > 0; left -= words.utf8(text[size - 1]).length + joint()) {
      append(random);
    }
  }

  void append(SplittableRandom random) {
    insert(size, words.draw(random));
  }

  void cut() {
    size--;
  }

  /// Replaces (three times in five), drops or adds a word at so many places.
  void edit(int edits, SplittableRandom random) {
    for (int i = 0; i < edits; i++) {
      int at = random.nextInt(size);
      int kind = random.nextInt(5);
      if (kind == 0) {
        insert(at, words.draw(random));
      } else if (kind == 1 && size > 1) {
        System.arraycopy(text, at + 1, text, at, size - at - 1);
        size--;
      } else {
        replace(at, words.draw(random));
      }
    }
  }

  /// Writes another word at a place.
  ///
  /// @return the word that was there
  int replace(int at, int word) {
    int before = text[at];
    text[at] = word;
    return before;
  }

  int draw(SplittableRandom random) {
    return words.draw(random);
  }

  int size() {
    return size;
  }

  void writeTo(ByteArrayOutputStream out) {
    for (int i = 0; i < size; i++) {
      if (i > 0 && language.isSpaced()) {
        out.write(' ');
      }
      byte[] word = words.utf8(text[i]);
      out.write(word, 0, word.length);
    }
  }

  @Override
  public String toString() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private int joint() {
    return language.isSpaced() ? 1 : 0;
  }

  private void insert(int at, int word) {
    if (size == text.length) {
      text = Arrays.copyOf(text, size * 2);
    }
    System.arraycopy(text, at, text, at + 1, size - at);
    text[at] = word;
    size++;
  }
}

package vallarta.bench.similarity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// The words of a language as often as real texts use them: few words most of the time, as Zipf's
/// law has it. A draw is a word at a random place of these texts.
final class Words {

  private final byte[][] words;
  private final int[] running;

  private Words(byte[][] words, int[] running) {
    this.words = words;
    this.running = running;
  }

  /// @param running the words of texts, one after the other
  static Words of(List<String> running) {
    Map<String, Integer> numbers = new HashMap<>();
    List<byte[]> words = new ArrayList<>();
    int[] numbered = new int[running.size()];
    for (int i = 0; i < numbered.length; i++) {
      String word = running.get(i);
      Integer number = numbers.putIfAbsent(word, words.size());
      if (number == null) {
        words.add(word.getBytes(StandardCharsets.UTF_8));
      }
      numbered[i] = number == null ? words.size() - 1 : number;
    }
    return new Words(words.toArray(byte[][]::new), numbered);
  }

  int draw(SplittableRandom random) {
    return running[random.nextInt(running.length)];
  }

  byte[] utf8(int word) {
    return words[word];
  }

  /// How many words there are that differ.
  int size() {
    return words.length;
  }
}

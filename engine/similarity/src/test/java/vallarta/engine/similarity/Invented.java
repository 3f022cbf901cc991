package vallarta.engine.similarity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Invented statements from a seed: some of their own, some that vary another by a word or two.
final class Invented {

  private static final List<String> WORDS =
      List.of(
          "shelter border child family school visa work wage rescue sea judge camp return consent record data health birth"
              .split(" "));
  private static final List<String> SMALL = List.of("the", "of", "and", "to", "for", "in");
  private static final List<String> TELLING = List.of("not", "2018", "12", "Alba", "UNX", "5%");

  private final Random random;

  Invented(long seed) {
    this.random = new Random(seed);
    System.out.println("invented with the seed " + seed);
  }

  List<String> statements(int number) {
    List<String> all = new ArrayList<>();
    while (all.size() < number) {
      boolean own = all.isEmpty() || random.nextInt(3) == 0;
      String text = own ? statement() : vary(all.get(random.nextInt(all.size())));
      all.add(random.nextInt(12) == 0 ? text + ". " + statement() : text);
    }
    return all;
  }

  /// A set of random numbers, and another whose Jaccard coefficient with it is shared / (2 * size -
  /// shared).
  long[][] pair(int size, int shared) {
    long[] one = random.longs(size).toArray();
    long[] other = random.longs(size).toArray();
    System.arraycopy(one, 0, other, 0, shared);
    java.util.Arrays.sort(one);
    java.util.Arrays.sort(other);
    return new long[][] {one, other};
  }

  <T> List<T> shuffled(List<T> list) {
    List<T> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private String statement() {
    List<String> words = new ArrayList<>();
    int length = 1 + random.nextInt(60);
    for (int i = 0; i < length; i++) {
      words.add(any(WORDS));
      if (random.nextInt(2) == 0) {
        words.add(any(SMALL));
      }
    }
    return String.join(" ", words);
  }

  private String vary(String statement) {
    List<String> words = new ArrayList<>(List.of(statement.split(" ")));
    for (int changes = random.nextInt(3); changes > 0; changes--) {
      int at = random.nextInt(words.size());
      switch (random.nextInt(5)) {
        case 0 -> words.set(at, any(WORDS));
        case 1 -> words.add(at, any(WORDS));
        case 2 -> words.add(at, any(SMALL));
        case 3 -> words.add(at, any(TELLING));
        default -> words.set(at, words.get(at).toUpperCase(java.util.Locale.ROOT));
      }
    }
    return String.join(" ", words);
  }

  private String any(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}

package vallarta.bench.similarity;

import java.util.Arrays;
import java.util.SplittableRandom;
import vallarta.engine.similarity.Shingling;
import vallarta.engine.similarity.Similarity;

/// Two texts whose similarity is exactly the one wanted, by the shingles of the engine.
///
/// Two sets of n shingles that share s have the Jaccard coefficient s / (2n - s). A text is written
/// until it has an n for which s is a whole number, then words of its copy are replaced until they
/// share s.
record PlantedPair(Wording one, Wording other) {

  private static final int TRIES = 400;

  /// A similarity p / q.
  enum Level {
    BELOW(3, 4),
    AT(4, 5),
    ABOVE(17, 20);

    private final int p;
    private final int q;

    Level(int p, int q) {
      this.p = p;
      this.q = q;
    }

    double similarity() {
      return (double) p / q;
    }

    /// The least number of shingles that can be shared at this level by two texts.
    private int unit() {
      return p + q;
    }

    private int shared(int shingles) {
      return 2 * p * shingles / (p + q);
    }
  }

  static PlantedPair write(
      Level level, Language language, Words words, int bytes, SplittableRandom random) {
    while (true) {
      Wording one = new Wording(language, words);
      one.write(bytes, random);
      // A replaced word is in two shingles, a character in four.
      int unit = level.unit() * (language.isSpaced() ? 2 : 4);
      int natural = shingles(one).length;
      int shingles = Math.max(1, Math.round((float) natural / unit)) * unit;
      if (fit(one, shingles, random)) {
        Wording other = one.copy();
        if (depart(one, other, level, random)
            && Similarity.of(one.toString(), other.toString()) == level.similarity()) {
          return new PlantedPair(one, other);
        }
      }
    }
  }

  private static boolean fit(Wording text, int shingles, SplittableRandom random) {
    int now = shingles(text).length;
    for (int i = 0; i < TRIES && now != shingles; i++) {
      if (now < shingles) {
        text.append(random);
      } else {
        text.cut();
      }
      now = shingles(text).length;
    }
    return now == shingles;
  }

  private static boolean depart(Wording one, Wording other, Level level, SplittableRandom random) {
    long[] of = shingles(one);
    int wanted = level.shared(of.length);
    int now = of.length;
    for (int i = 0; i < TRIES && now != wanted; i++) {
      int at = random.nextInt(other.size());
      int before = other.replace(at, other.draw(random));
      long[] edited = shingles(other);
      int shared = shared(of, edited);
      if (edited.length == of.length && shared >= wanted) {
        now = shared;
      } else {
        other.replace(at, before);
      }
    }
    return now == wanted;
  }

  private static long[] shingles(Wording text) {
    return new Shingling().of(text.toString());
  }

  private static int shared(long[] one, long[] other) {
    return (int)
        Arrays.stream(one).filter(shingle -> Arrays.binarySearch(other, shingle) >= 0).count();
  }
}

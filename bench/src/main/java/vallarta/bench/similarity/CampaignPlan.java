package vallarta.bench.similarity;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Which text belongs to which campaign.
///
/// Shares are those of the comments to the FCC in 2017: the largest campaign sent 4.5 % of all, 17
/// % of the texts are alone. The sizes between follow a power law whose exponent is the one that
/// gives so many texts; no campaign is smaller than two. Planted pairs belong to none.
final class CampaignPlan {

  static final int NONE = 0;

  private static final double LARGEST = 0.045;
  private static final double ALONE = 0.17;
  private static final int MOST_PAIRS = 2_000;

  private final int[] starts;
  private final Language[] languages;
  private final int[] slots;
  private final int alone;
  private final int pairs;

  CampaignPlan(int texts, long seed) {
    this.alone = (int) Math.round(ALONE * texts);
    this.pairs = PlantedPair.Level.values().length * Math.min(texts / 200, MOST_PAIRS);
    int[] sizes = sizes((int) Math.round(LARGEST * texts), texts - alone - 2 * pairs);
    this.starts = new int[sizes.length + 1];
    starts[0] = alone + 2 * pairs;
    for (int i = 0; i < sizes.length; i++) {
      starts[i + 1] = starts[i] + sizes[i];
    }
    this.languages = languages(sizes);
    this.slots = shuffled(texts, seed);
  }

  int texts() {
    return slots.length;
  }

  int campaigns() {
    return languages.length;
  }

  /// How many pairs are planted, of all levels in turn.
  int pairs() {
    return pairs;
  }

  /// The campaign of a text, from 1, the largest first.
  int campaign(int key) {
    int slot = slots[key];
    if (slot < starts[0]) {
      return NONE;
    }
    int at = Arrays.binarySearch(starts, slot);
    return at >= 0 ? at + 1 : -at - 1;
  }

  Language language(int campaign) {
    return languages[campaign - 1];
  }

  /// Twice the number of its pair, and one more if it is the other; -1 for a text that is not
  /// planted.
  int planted(int key) {
    int place = slots[key] - alone;
    return place >= 0 && place < 2 * pairs ? place : -1;
  }

  private static int[] sizes(int largest, int sum) {
    double steep = 4;
    double flat = 0;
    for (int i = 0; i < 50; i++) {
      double middle = (steep + flat) / 2;
      if (sum(largest, middle, sum) > sum) {
        flat = middle;
      } else {
        steep = middle;
      }
    }
    int[] sizes = new int[sum / 2 + 1];
    int campaigns = 0;
    int left = sum;
    for (int size = largest; size >= 2 && left >= size; size = size(largest, campaigns, steep)) {
      sizes[campaigns++] = size;
      left -= size;
    }
    for (; left >= 2; left -= 2) {
      sizes[campaigns++] = 2;
    }
    if (campaigns > 0) {
      sizes[campaigns - 1] += left;
    }
    return Arrays.copyOf(sizes, campaigns);
  }

  private static long sum(int largest, double exponent, long enough) {
    long sum = 0;
    int size = largest;
    for (int rank = 0; size >= 2 && sum <= enough; size = size(largest, ++rank, exponent)) {
      sum += size;
    }
    return sum;
  }

  private static int size(int largest, int rank, double exponent) {
    return (int) (largest * Math.pow(rank + 1.0, -exponent));
  }

  /// Gives each campaign, the largest first, the language that lacks most of its share.
  private static Language[] languages(int[] sizes) {
    double[] written = new double[Language.values().length];
    double all = 0;
    Language[] languages = new Language[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      all += sizes[i];
      Language least = Language.ENGLISH;
      for (Language language : Language.values()) {
        if (lack(language, all, written) > lack(least, all, written)) {
          least = language;
        }
      }
      languages[i] = least;
      written[least.ordinal()] += sizes[i];
    }
    return languages;
  }

  private static double lack(Language language, double all, double[] written) {
    return language.share * all - written[language.ordinal()];
  }

  private static int[] shuffled(int texts, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] slots = new int[texts];
    for (int i = 1; i < texts; i++) {
      int other = random.nextInt(i + 1);
      slots[i] = slots[other];
      slots[other] = i;
    }
    return slots;
  }
}

package vallarta.cluster.trial;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/// Invented texts of about 600 bytes, as a consultation gets them: a part stands alone, the others
/// are copies of campaign texts with a few words changed, some with a paragraph of their own.
///
/// The same seed gives the same texts. Campaigns are large and small by a power law; words are
/// frequent and rare by Zipf's law.
public final class Campaigns {

  private static final int WORDS = 60_000;
  private static final int LENGTH = 85;
  private static final double ALONE = 0.17;
  private static final double UNCHANGED = 0.1;
  private static final double PERSONAL = 0.3;
  private static final double MOST_EDITED = 0.1;
  private static final double LARGEST = 0.055;
  private static final String[] SYLLABLES = {
    "ba", "re", "ti", "mo", "lu", "san", "ke", "dor", "vi", "na", "par", "zu", "li", "ten", "go",
    "ra"
  };

  private final SplittableRandom random;
  private final String[] words = new String[WORDS];
  private final double[] weights = new double[WORDS];
  private final List<String[]> campaigns = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();

  Campaigns(long seed) {
    this.random = new SplittableRandom(seed);
    double sum = 0;
    for (int i = 0; i < WORDS; i++) {
      StringBuilder word = new StringBuilder();
      for (int rest = i + 17; rest > 0; rest /= SYLLABLES.length) {
        word.append(SYLLABLES[rest % SYLLABLES.length]);
      }
      words[i] = word.toString();
      sum += 1.0 / (i + 3);
      weights[i] = sum;
    }
  }

  /// `COUNT TEXTS.tsv [SEED]`: writes lines of a key, a tab and a text.
  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      System.err.println("COUNT TEXTS.tsv [SEED] are needed.");
      System.exit(2);
    }
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    new Campaigns(seed).write(Integer.parseInt(args[0]), Path.of(args[1]));
  }

  void write(int count, Path file) throws IOException {
    plan((int) (count * (1 - ALONE)));
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int key = 0; key < count; key++) {
        out.write((key * 7L + 1) + "\t" + next() + "\n");
      }
    }
  }

  private void plan(int texts) {
    int planned = 0;
    for (int rank = 1; planned < texts; rank++) {
      int size = (int) Math.max(2, texts * LARGEST / Math.pow(rank, 0.9));
      campaigns.add(words(LENGTH - 20 + random.nextInt(40)));
      planned += size;
      ends.add(planned);
    }
  }

  private String next() {
    if (random.nextDouble() < ALONE) {
      return String.join(" ", words(LENGTH - 30 + random.nextInt(60)));
    }
    int at = Collections.binarySearch(ends, random.nextInt(ends.getLast()));
    return String.join(" ", edited(campaigns.get(at < 0 ? -at - 1 : at + 1)));
  }

  private List<String> edited(String[] text) {
    List<String> edited = new ArrayList<>(List.of(text));
    if (random.nextDouble() < UNCHANGED) {
      return edited;
    }
    double share = 0.005 + random.nextDouble() * (MOST_EDITED - 0.005);
    for (int i = 0; i < Math.max(1, share * text.length); i++) {
      edited.set(random.nextInt(edited.size()), word());
    }
    if (random.nextDouble() < PERSONAL) {
      edited.addAll(List.of(words(5 + random.nextInt(40))));
    }
    return edited;
  }

  private String[] words(int count) {
    String[] text = new String[count];
    for (int i = 0; i < count; i++) {
      text[i] = word();
    }
    return text;
  }

  private String word() {
    double at = random.nextDouble() * weights[WORDS - 1];
    int low = 0;
    int high = WORDS - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (weights[middle] < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return words[low];
  }
}

package vallarta.bench.similarity;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Invents the texts of a consultation that campaigns have written to: about 600 bytes each, in the
/// words of real texts.
///
/// A text of a campaign is the common text with 0.5 to 10 % of its words edited; three in ten add a
/// paragraph of their own. [CampaignPlan] says how many belong to which campaign, [PlantedPair]
/// what is planted. The same seed gives the same bytes, whatever the number of threads.
///
/// Arguments: the data folder, the file, how many texts (10000), seed (31). Writes the file, and
/// beside it the truth and the planted pairs (see [Beside]).
public final class CampaignTexts {

  private static final int CHUNK = 4096;
  private static final double LEAST_EDITED = 0.005;
  private static final double MOST_EDITED = 0.10;
  private static final double PERSONAL = 0.3;

  private final Vocabulary vocabulary;
  private final CampaignPlan plan;
  private final long seed;

  CampaignTexts(Vocabulary vocabulary, int texts, long seed) {
    this.vocabulary = vocabulary;
    this.plan = new CampaignPlan(texts, seed);
    this.seed = seed;
  }

  public static void main(String[] args) throws IOException {
    long from = System.nanoTime();
    int texts = args.length > 2 ? Integer.parseInt(args[2]) : 10_000;
    long seed = args.length > 3 ? Long.parseLong(args[3]) : 31;
    CampaignTexts campaigns = new CampaignTexts(Vocabulary.read(Path.of(args[0])), texts, seed);
    Path file = Path.of(args[1]);
    campaigns.write(file, Runtime.getRuntime().availableProcessors());
    System.out.printf(
        "%,d texts, %,d campaigns, %,d planted pairs, %,d bytes in %.1f s%n",
        texts,
        campaigns.plan.campaigns(),
        campaigns.plan.pairs(),
        Files.size(file),
        (System.nanoTime() - from) / 1e9);
  }

  CampaignPlan plan() {
    return plan;
  }

  String text(int key) {
    return wording(key).toString();
  }

  void write(Path file, int threads) throws IOException {
    int[] keysOfPairs = new int[2 * plan.pairs()];
    ArrayDeque<Future<Chunk>> ahead = new ArrayDeque<>();
    try (OutputStream texts = out(file);
        OutputStream truth = out(Beside.truth(file));
        ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (int start = 0; start < plan.texts() || !ahead.isEmpty(); start += CHUNK) {
        if (start < plan.texts()) {
          int from = start;
          ahead.add(executor.submit(() -> new Chunk(from, keysOfPairs)));
        }
        if (ahead.size() > 2 * threads || start + CHUNK >= plan.texts()) {
          finished(ahead.remove()).writeTo(texts, truth);
        }
      }
    }
    writePairs(Beside.pairs(file), keysOfPairs);
  }

  private static OutputStream out(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  private static Chunk finished(Future<Chunk> chunk) throws IOException {
    try {
      return chunk.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private final class Chunk {

    private final ByteArrayOutputStream texts = new ByteArrayOutputStream(CHUNK * 800);
    private final ByteArrayOutputStream truth = new ByteArrayOutputStream(CHUNK * 16);

    Chunk(int start, int[] keysOfPairs) {
      for (int key = start; key < Math.min(start + CHUNK, plan.texts()); key++) {
        append(texts, key, '\t');
        wording(key).writeTo(texts);
        texts.write('\n');
        append(truth, key, '\t');
        append(truth, plan.campaign(key), '\n');
        if (plan.planted(key) >= 0) {
          keysOfPairs[plan.planted(key)] = key;
        }
      }
    }

    private static void append(ByteArrayOutputStream out, int number, char end) {
      out.writeBytes(Integer.toString(number).getBytes(StandardCharsets.US_ASCII));
      out.write(end);
    }

    void writeTo(OutputStream intoTexts, OutputStream intoTruth) throws IOException {
      texts.writeTo(intoTexts);
      truth.writeTo(intoTruth);
    }
  }

  private void writePairs(Path file, int[] keys) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < keys.length; i += 2) {
        int one = Math.min(keys[i], keys[i + 1]);
        int other = Math.max(keys[i], keys[i + 1]);
        out.write(one + "\t" + other + "\t" + level(i / 2).similarity() + "\n");
      }
    }
  }

  private static PlantedPair.Level level(int pair) {
    PlantedPair.Level[] levels = PlantedPair.Level.values();
    return levels[pair % levels.length];
  }

  private Wording wording(int key) {
    if (plan.planted(key) >= 0) {
      return planted(plan.planted(key));
    }
    SplittableRandom own = random(1, key);
    int campaign = plan.campaign(key);
    return campaign == CampaignPlan.NONE ? alone(own) : member(campaign, own);
  }

  private Wording planted(int place) {
    SplittableRandom random = random(2, place / 2);
    Language language = Language.at(random.nextDouble());
    PlantedPair pair =
        PlantedPair.write(
            level(place / 2), language, vocabulary.of(language), length(random), random);
    return place % 2 == 0 ? pair.one() : pair.other();
  }

  private Wording alone(SplittableRandom random) {
    return common(Language.at(random.nextDouble()), random);
  }

  private Wording member(int campaign, SplittableRandom own) {
    Wording text = common(plan.language(campaign), random(3, campaign));
    double edited = own.nextDouble(LEAST_EDITED, MOST_EDITED);
    text.edit((int) Math.round(edited * text.size()), own);
    if (own.nextDouble() < PERSONAL) {
      text.write(own.nextInt(100, 300), own);
    }
    return text;
  }

  private Wording common(Language language, SplittableRandom random) {
    Wording text = new Wording(language, vocabulary.of(language));
    text.write(length(random), random);
    return text;
  }

  private static int length(SplittableRandom random) {
    return random.nextInt(400, 700);
  }

  private SplittableRandom random(int kind, int number) {
    return new SplittableRandom(
        new SplittableRandom(seed + ((long) kind << 32 | number) * 0x9e3779b97f4a7c15L).nextLong());
  }
}

package vallarta.bench.similarity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import vallarta.engine.similarity.Similarity;

/// All pairs of texts that are alike, found by comparing each with each: the answer that any other
/// way must give. A pair is passed over only where the sizes alone rule it out.
///
/// Arguments: a file of texts; the threshold (0.8) or `STATEMENTS`, for the settings of the engine
/// under which a telling word keeps texts apart; files of groups (`key TAB group`) to evaluate. The
/// exact components are written beside the texts, to `*.exact`.
public final class ExactPairs {

  private static final double LEAST = 0.5;
  private static final double[] BANDS = {
    0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1, 1.01
  };

  private final Corpus corpus;
  private final Row[] rows;
  private final Edges edges;

  /// The texts like one text and after it in the order of sizes.
  private record Row(int of, int[] others, double[] similarities) {}

  /// Which of the pairs belong together.
  interface Edges {
    boolean has(int one, int other, double similarity);
  }

  /// What to do with a pair.
  interface Visitor {
    void visit(int one, int other, double similarity);
  }

  private ExactPairs(Corpus corpus, Row[] rows, Edges edges) {
    this.corpus = corpus;
    this.rows = rows;
    this.edges = edges;
  }

  /// Compares all texts.
  ///
  /// @param least the least Jaccard coefficient of a pair that is kept
  static ExactPairs of(Corpus corpus, double least, Edges edges) {
    int[] order =
        IntStream.range(0, corpus.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> corpus.shingles()[i].length))
            .mapToInt(i -> i)
            .toArray();
    Row[] rows =
        IntStream.range(0, order.length)
            .parallel()
            .mapToObj(at -> row(corpus, order, at, least))
            .toArray(Row[]::new);
    return new ExactPairs(corpus, rows, edges);
  }

  private static Row row(Corpus corpus, int[] order, int at, double least) {
    int[] others = new int[8];
    double[] similarities = new double[8];
    int size = 0;
    int one = order[at];
    int shingles = corpus.shingles()[one].length;
    for (int next = at + 1; next < order.length; next++) {
      int other = order[next];
      if (shingles < least * corpus.shingles()[other].length - 1e-9) {
        break;
      }
      double similarity = corpus.similarity(one, other, least);
      if (similarity >= least) {
        if (size == others.length) {
          others = Arrays.copyOf(others, size * 2);
          similarities = Arrays.copyOf(similarities, size * 2);
        }
        others[size] = other;
        similarities[size++] = similarity;
      }
    }
    return new Row(one, Arrays.copyOf(others, size), Arrays.copyOf(similarities, size));
  }

  void visit(Visitor visitor) {
    for (Row row : rows) {
      for (int i = 0; i < row.others.length; i++) {
        visitor.visit(row.of, row.others[i], row.similarities[i]);
      }
    }
  }

  /// The connected components of the pairs that belong together.
  Labels components() {
    Components components = new Components(corpus.size());
    visit((one, other, similarity) -> {
      if (edges.has(one, other, similarity)) {
        components.join(one, other);
      }
    });
    return Labels.sorted(corpus.keys(), components.groups(corpus.keys()));
  }

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    String setting = args.length > 1 ? args[1] : "0.8";
    long from = System.nanoTime();
    Corpus corpus = Corpus.read(file, Runtime.getRuntime().availableProcessors());
    ExactPairs exact = of(corpus, LEAST, edges(setting, file));
    Labels components = exact.components();
    Labels.write(Beside.with(file, "exact"), components.keys(), components.groups());
    System.out.printf(
        "%,d texts, %,d pairs compared in %.1f s; %,d components at %s%n",
        corpus.size(),
        (long) corpus.size() * (corpus.size() - 1) / 2,
        (System.nanoTime() - from) / 1e9,
        Arrays.stream(components.groups()).distinct().count(),
        setting);
    for (int i = 2; i < args.length; i++) {
      exact.evaluate(Path.of(args[i]), components);
    }
  }

  private static Edges edges(String setting, Path file) throws IOException {
    if (!setting.equals("STATEMENTS")) {
      double threshold = Double.parseDouble(setting);
      return (one, other, similarity) -> similarity >= threshold;
    }
    List<String> texts =
        Files.readAllLines(file).stream()
            .map(line -> line.substring(line.indexOf('\t') + 1))
            .toList();
    Similarity statements = Similarity.STATEMENTS;
    return (one, other, similarity) ->
        similarity >= statements.threshold() - 1e-9
            && statements.alike(texts.get(one), texts.get(other));
  }

  private void evaluate(Path file, Labels components) throws IOException {
    Labels groups = Labels.read(file);
    long[] pairs = new long[BANDS.length];
    long[] found = new long[BANDS.length];
    long[] alike = new long[2];
    visit((one, other, similarity) -> {
      int band = band(similarity);
      boolean together = groups.together(corpus.keys()[one], corpus.keys()[other]);
      pairs[band]++;
      found[band] += together ? 1 : 0;
      if (edges.has(one, other, similarity)) {
        alike[0]++;
        alike[1] += together ? 1 : 0;
      }
    });
    Guests guests = Guests.of(corpus, groups, components);
    Labels.Pairs byComponent = guests.others().pairs(components);
    System.out.printf(
        "%s: recall of pairs %.5f (%,d of %,d), precision %.5f, recall of components %.5f%n",
        file.getFileName(),
        alike[0] == 0 ? 1.0 : (double) alike[1] / alike[0],
        alike[1],
        alike[0],
        byComponent.precision(),
        byComponent.recall());
    System.out.printf(
        "guests, who only contain a text of their group: %,d, and %,d do%n",
        guests.number(), guests.contained());
    System.out.println("similarity      pairs   together");
    for (int band = 0; band < BANDS.length - 1; band++) {
      System.out.printf(
          "%.2f %16d   %s%n",
          BANDS[band],
          pairs[band],
          pairs[band] == 0 ? "-" : "%.4f".formatted((double) found[band] / pairs[band]));
    }
  }

  private static int band(double similarity) {
    int band = 0;
    while (similarity >= BANDS[band + 1]) {
      band++;
    }
    return band;
  }
}

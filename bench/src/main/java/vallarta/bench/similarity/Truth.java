package vallarta.bench.similarity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is known of invented texts, to hold groups against: the campaigns and the planted pairs.
///
/// Arguments: the file of texts, files of groups (`key TAB group`).
public final class Truth {

  private final Labels labels;
  private final List<Planted> planted;

  private record Planted(long one, long other, double similarity) {}

  /// @param precision the share of the pairs found that are of one campaign or planted
  /// @param campaigns the share of the pairs of one campaign, alike or not, that are together
  /// @param planted the share of the planted pairs that are together, by their similarity
  record Score(double precision, double campaigns, Map<Double, Double> planted) {}

  private Truth(Labels labels, List<Planted> planted) {
    this.labels = labels;
    this.planted = planted;
  }

  /// @param threshold from which similarity a planted pair belongs together
  static Truth read(Path texts, double threshold) throws IOException {
    List<Planted> planted = new ArrayList<>();
    for (String line : Files.readAllLines(Beside.pairs(texts))) {
      String[] pair = line.split("\t");
      planted.add(
          new Planted(
              Long.parseLong(pair[0]), Long.parseLong(pair[1]), Double.parseDouble(pair[2])));
    }
    Labels campaigns = Labels.read(Beside.truth(texts));
    long[] labels = campaigns.groups().clone();
    for (int i = 0; i < labels.length; i++) {
      labels[i] = labels[i] == CampaignPlan.NONE ? -1 - campaigns.keys()[i] : labels[i];
    }
    for (Planted pair : planted) {
      if (pair.similarity >= threshold) {
        labels[campaigns.place(pair.other)] = labels[campaigns.place(pair.one)];
      }
    }
    return new Truth(new Labels(campaigns.keys(), labels), planted);
  }

  Score score(Labels groups) {
    Map<Double, long[]> counts = new TreeMap<>();
    for (Planted pair : planted) {
      long[] count = counts.computeIfAbsent(pair.similarity, similarity -> new long[2]);
      count[0]++;
      count[1] += groups.together(pair.one, pair.other) ? 1 : 0;
    }
    Map<Double, Double> recall = new TreeMap<>();
    counts.forEach((similarity, count) -> recall.put(similarity, (double) count[1] / count[0]));
    Labels.Pairs pairs = groups.pairs(labels);
    return new Score(pairs.precision(), pairs.recall(), recall);
  }

  public static void main(String[] args) throws IOException {
    Truth truth = read(Path.of(args[0]), 0.8);
    for (int i = 1; i < args.length; i++) {
      Score score = truth.score(Labels.read(Path.of(args[i])));
      System.out.printf(
          "%s: precision %.5f, campaigns together %.4f, planted pairs together %s%n",
          args[i], score.precision(), score.campaigns(), score.planted());
    }
  }
}

package vallarta.bench.similarity;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Runs the engine and its peers over files of texts, each time in a process of its own, in rounds
/// that take turns, and prints medians, ratios to the engine, memory, and what was found.
///
/// Arguments: rounds, files of [CampaignTexts] or [RealTexts]. Properties: `jvm` (`-Xmx6g`), the
/// settings of each process; `only`, a part of the names of those to run beside the engine.
public final class SimilarityBench {

  private static final double THRESHOLD = 0.8;

  private final int rounds;
  private final List<Contender> contenders;

  private SimilarityBench(int rounds, List<Contender> contenders) {
    this.rounds = rounds;
    this.contenders = contenders;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    String only = System.getProperty("only", "");
    List<Contender> contenders = new ArrayList<>();
    for (Contender contender : Contender.ALL) {
      if (!contender.isHere()) {
        System.out.println(contender.name() + " is left out: it is not on the class path");
      } else if (contender == Contender.ENGINE || contender.name().contains(only)) {
        contenders.add(contender);
      }
    }
    SimilarityBench bench = new SimilarityBench(Integer.parseInt(args[0]), contenders);
    List<Clock.Reading> engine = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      engine.add(bench.run(Path.of(args[i])));
    }
    if (engine.size() > 1) {
      exponent(engine.getFirst(), engine.getLast());
    }
  }

  /// @return the median of the engine
  private Clock.Reading run(Path file) throws IOException, InterruptedException {
    int texts = TextFile.read(file, 2, Count::new).stream().mapToInt(count -> count.texts).sum();
    Map<Contender, List<Clock.Reading>> readings = new LinkedHashMap<>();
    Set<Contender> failed = new HashSet<>();
    for (int round = 1; round <= rounds; round++) {
      for (Contender contender : contenders) {
        if (texts <= contender.mostTexts() && !failed.contains(contender)) {
          Optional<Clock.Reading> reading = measure(contender, file);
          System.out.printf(
              Locale.ROOT,
              "round %d  %-22s %s%n",
              round,
              contender.name(),
              reading.map(it -> "%.2f s".formatted(it.seconds())).orElse("failed"));
          reading.ifPresentOrElse(
              it -> readings.computeIfAbsent(contender, any -> new ArrayList<>()).add(it),
              () -> failed.add(contender));
        }
      }
    }
    if (failed.contains(Contender.ENGINE)) {
      throw new IOException("the engine failed: see the errors beside " + file);
    }
    return print(file, texts, readings);
  }

  /// @return nothing if the process failed; what it wrote to its error output is beside the texts
  private static Optional<Clock.Reading> measure(Contender contender, Path file)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("jvm", "-Xmx6g").split(" ")));
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            contender.className(),
            file.toString(),
            groups(contender, file).toString()));
    command.addAll(contender.arguments());
    Path errors = Beside.with(groups(contender, file), "errors");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    try (BufferedReader out = process.inputReader()) {
      List<String> measured = out.lines().filter(Clock.Reading::isIn).toList();
      if (process.waitFor() != 0 || measured.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(Clock.Reading.of(measured.getFirst()));
    }
  }

  private static Path groups(Contender contender, Path file) {
    return Beside.with(file, contender.name().replace(' ', '-').toLowerCase(Locale.ROOT));
  }

  private static Clock.Reading print(
      Path file, int texts, Map<Contender, List<Clock.Reading>> readings) throws IOException {
    Truth truth = Files.exists(Beside.truth(file)) ? Truth.read(file, THRESHOLD) : null;
    Clock.Reading engine = median(readings.getOrDefault(Contender.ENGINE, List.of()));
    System.out.printf(Locale.ROOT, "%n%s, %,d texts%n", file.getFileName(), texts);
    System.out.println(
        "                          seconds     texts/s  to engine    MB  precision  planted pairs");
    for (Map.Entry<Contender, List<Clock.Reading>> each : readings.entrySet()) {
      Contender contender = each.getKey();
      Clock.Reading median = median(each.getValue());
      System.out.printf(
          Locale.ROOT,
          "%-22s %10.2f %,11.0f %9.2fx %,6d  %s%n",
          contender.name(),
          median.seconds(),
          texts / median.seconds(),
          median.seconds() / engine.seconds(),
          median.megabytes(),
          truth == null || contender == Contender.FLOOR
              ? "-"
              : score(truth, groups(contender, file)));
    }
    System.out.println();
    return engine;
  }

  private static String score(Truth truth, Path groups) throws IOException {
    Truth.Score score = truth.score(Labels.read(groups));
    StringBuilder line = new StringBuilder("%.5f ".formatted(score.precision()));
    score
        .planted()
        .forEach((similarity, share) -> line.append("  %.2f: %.4f".formatted(similarity, share)));
    return line.toString();
  }

  private static Clock.Reading median(List<Clock.Reading> readings) {
    List<Double> seconds = readings.stream().map(Clock.Reading::seconds).sorted().toList();
    List<Long> megabytes = readings.stream().map(Clock.Reading::megabytes).sorted().toList();
    int middle = readings.size() / 2;
    return new Clock.Reading(
        readings.getFirst().texts(), seconds.get(middle), megabytes.get(middle));
  }

  private static final class Count implements TextFile.Reader {

    private int texts;

    @Override
    public void read(long key, byte[] utf8, int from, int to) {
      texts++;
    }
  }

  private static void exponent(Clock.Reading least, Clock.Reading most) {
    System.out.printf(
        Locale.ROOT,
        "engine from %,d to %,d texts: seconds grow with an exponent of %.3f%n",
        least.texts(),
        most.texts(),
        Math.log(most.seconds() / least.seconds())
            / Math.log((double) most.texts() / least.texts()));
  }
}

package vallarta.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vallarta.compact.consultation.coding.Coder;
import vallarta.compact.consultation.coding.CodingUnit;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.consultation.coding.SuggestedCode;
import vallarta.compact.consultation.coding.Thesaurus;
import vallarta.compact.consultation.coding.ThesaurusTables;
import vallarta.compact.language.Language;
import vallarta.testkit.coding.CodeAgreement;
import vallarta.testkit.coding.LabelScore;
import vallarta.testkit.coding.LabelledText;

/// How well and how fast the thesaurus codes: against the labels of experts and seven keyword
/// patterns beside it, between languages, and in statements a second.
///
/// Usage: `CodingBench DATA [THESAURUS]`: the folder of shared data, and a folder with the four
/// tables of a thesaurus when it is not the shipped one.
final class CodingBench {

  /// One pattern a label, as anyone would write them in a minute: what the thesaurus is compared
  /// with.
  private static final Map<LabelScore.Pair, Pattern> KEYWORDS =
      Map.of(
          LabelScore.Pair.MIGRANTS, keyword("migra"),
          LabelScore.Pair.TRAFFICKING, keyword("traffick"),
          LabelScore.Pair.ASYLUM, keyword("asylum|refugee"),
          LabelScore.Pair.CHILDREN, keyword("child|juvenile|\\bminors?\\b"),
          LabelScore.Pair.WOMEN, keyword("wom[ae]n|gender|girl|CEDAW"),
          LabelScore.Pair.LABOUR, keyword("labou?r|worker|employ|\\bILO\\b"),
          LabelScore.Pair.DETENTION, keyword("detention|detain|prison"));

  private static final int ROUNDS = 5;

  private final Path data;
  private final Thesaurus thesaurus;

  private CodingBench(Path data, Thesaurus thesaurus) {
    this.data = data;
    this.thesaurus = thesaurus;
  }

  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    Thesaurus thesaurus = arguments.length > 1 ? read(Path.of(arguments[1])) : Thesaurus.shipped();
    CodingBench bench = new CodingBench(data, thesaurus);
    Coder coder = new Coder(thesaurus);
    List<LabelledText> texts = LabelledText.read(data.resolve("statements"));
    bench.labels(coder, texts);
    bench.languages(coder);
    bench.throughput(coder, texts);
  }

  private static Thesaurus read(Path folder) throws IOException {
    ThesaurusTables.Result result = ThesaurusTables.read(folder);
    result.problems().forEach((file, of) -> of.forEach(it -> print("%s: %s", file, it)));
    return result.thesaurus();
  }

  private void labels(Coder coder, List<LabelledText> texts) {
    List<Set<String>> themes = ids(coder, Scheme.THEME, texts, Language.EN);
    List<Set<String>> keywords =
        texts.stream()
            .map(text ->
                KEYWORDS.entrySet().stream()
                    .filter(it -> it.getValue().matcher(text.text()).find())
                    .map(it -> it.getKey().theme())
                    .collect(Collectors.toSet()))
            .toList();
    print("%n%d statements against the labels of experts", texts.size());
    print("%-28s %9s %9s %9s %12s", "label", "precision", "recall", "F1", "F1 keywords");
    double mean = 0;
    double peer = 0;
    for (LabelScore.Pair pair : LabelScore.Pair.values()) {
      LabelScore score = pair.score(texts, themes);
      double beside = pair.score(texts, keywords).f1();
      mean += score.f1() / LabelScore.Pair.values().length;
      peer += beside / LabelScore.Pair.values().length;
      print(
          "%-28s %9.3f %9.3f %9.3f %12.3f",
          score.label(), score.precision(), score.recall(), score.f1(), beside);
    }
    print("%-28s %9s %9s %9.3f %12.3f", "mean", "", "", mean, peer);
  }

  private void languages(Coder coder) throws IOException {
    for (Scheme scheme : Scheme.values()) {
      Map<Language, List<Set<String>>> codes = new EnumMap<>(Language.class);
      for (Language language : Language.list()) {
        List<LabelledText> lines =
            Files.readAllLines(data.resolve("languages/un-parallel." + language.tag() + ".txt"))
                .stream()
                .map(line -> new LabelledText(line, Set.of()))
                .toList();
        codes.put(language, ids(coder, scheme, lines, language));
      }
      print("%nagreement with English, %s", scheme);
      print("%-8s %6s %9s %10s", "language", "lines", "overlap", "identical");
      for (Language language : Language.list()) {
        if (language != Language.EN) {
          CodeAgreement agreement =
              CodeAgreement.of(
                  codes.getOrDefault(Language.EN, List.of()),
                  codes.getOrDefault(language, List.of()));
          print(
              "%-8s %6d %9.3f %10.3f",
              language.tag(), agreement.lines(), agreement.meanOverlap(), agreement.identical());
        }
      }
    }
  }

  private void throughput(Coder coder, List<LabelledText> texts) {
    List<CodingUnit> units =
        texts.stream().map(it -> new CodingUnit(it.text(), "", Language.EN)).toList();
    print(
        "%n%d terms, %d statements of %.0f words on average, median of %d rounds",
        thesaurus.terms().size(),
        units.size(),
        units.stream().mapToInt(it -> it.text().split("\\s+").length).average().orElse(0),
        ROUNDS);
    Map<Integer, Double> first = new LinkedHashMap<>();
    for (int threads : List.of(1, 2)) {
      List<Double> rounds = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        rounds.add(perSecond(coder, units, threads));
      }
      first.put(threads, rounds.getFirst());
      print(
          "%d thread(s): %,.0f statements/s (first round %,.0f)",
          threads,
          rounds.stream().sorted().toList().get(ROUNDS / 2),
          first.getOrDefault(threads, 0.0));
    }
  }

  private static double perSecond(Coder coder, List<CodingUnit> units, int threads) {
    long begun = System.nanoTime();
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> underWay = new ArrayList<>();
      for (int start = 0; start < units.size(); start += 500) {
        List<CodingUnit> some = units.subList(start, Math.min(units.size(), start + 500));
        underWay.add(workers.submit(() -> coder.code(some)));
      }
      for (Future<?> each : underWay) {
        each.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return units.size() / ((System.nanoTime() - begun) / 1e9);
  }

  private static List<Set<String>> ids(
      Coder coder, Scheme scheme, Collection<LabelledText> texts, Language language) {
    return coder
        .code(texts.stream().map(it -> new CodingUnit(it.text(), "", language)).toList())
        .stream()
        .map(codes ->
            codes.stream()
                .filter(it -> it.scheme() == scheme)
                .map(SuggestedCode::term)
                .collect(Collectors.toSet()))
        .toList();
  }

  private static Pattern keyword(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(java.util.Locale.ROOT, format, values));
  }
}

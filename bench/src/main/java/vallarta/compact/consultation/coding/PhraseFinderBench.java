package vallarta.compact.consultation.coding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import vallarta.compact.language.Language;
import vallarta.testkit.coding.GrownTerms;
import vallarta.testkit.coding.LabelledText;
import vallarta.testkit.coding.MonitorPeer;

/// How fast the phrases of a thesaurus are found in texts, beside Lucene's monitor: one thread,
/// analysis of the texts included, all sides in every round, in turns forward and backward, after
/// one round that does not count. The monitor runs twice, as it tells where phrases stand, which is
/// what the product needs, and as it merely tells which there are, which is the most it can do;
/// what it finds is compared with ours.
///
/// Usage: `PhraseFinderBench DATA [TEXTS [ROUNDS]]`: the folder of shared data.
final class PhraseFinderBench {

  private record Side(String name, IntSupplier run, List<Double> paces) {

    Side(String name, IntSupplier run) {
      this(name, run, new ArrayList<>());
    }

    double median() {
      return paces.stream().sorted().toList().get(paces.size() / 2);
    }
  }

  /// A round of one side is as many passes over all texts as take that long.
  private static final double LEAST_SECONDS = 2;

  private static final int BATCH = 500;
  private static final long SEED = 6;

  private final List<String> texts;
  private final int rounds;

  private PhraseFinderBench(List<String> texts, int rounds) {
    this.texts = texts;
    this.rounds = rounds;
  }

  public static void main(String[] arguments) throws IOException {
    int most = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 7;
    List<String> texts =
        LabelledText.read(Path.of(arguments[0]).resolve("statements")).stream()
            .map(LabelledText::text)
            .limit(most)
            .toList();
    print(
        "%,d texts of %.0f characters on average, medians of %d rounds, one thread",
        texts.size(), texts.stream().mapToInt(String::length).average().orElse(0), rounds);
    PhraseFinderBench bench = new PhraseFinderBench(texts, rounds);
    for (int phrases : List.of(300, 3_000)) {
      bench.measure(phrases);
    }
  }

  private void measure(int count) {
    Lexicon lexicon = new Lexicon(new WordForms(Language.EN));
    List<KeyPhrase> phrases = phrases(lexicon, count);
    PhraseFinder finder = new PhraseFinder(lexicon, phrases);
    try (MonitorPeer monitor = new MonitorPeer(peers(phrases), lexicon::keys, BATCH)) {
      checkSame(finder, monitor);
      Side ours = new Side("ours, which and where", () -> ours(finder));
      List<Side> sides =
          List.of(
              ours,
              new Side("monitor, which and where", () -> monitor.places(texts).size()),
              new Side("monitor, which", () -> monitor.phrases(texts).size()));
      run(sides);
      print("%n%,d phrases", phrases.size());
      for (Side side : sides) {
        print(
            "%-26s %,10.0f texts/s   ours is %.1f times as fast",
            side.name, side.median(), ours.median() / side.median());
      }
    }
  }

  /// The product asks about some hundreds of texts at a time.
  private int ours(PhraseFinder finder) {
    int found = 0;
    for (int start = 0; start < texts.size(); start += BATCH) {
      found +=
          finder.find(texts.subList(start, Math.min(texts.size(), start + BATCH))).toList().size();
    }
    return found;
  }

  private void run(List<Side> sides) {
    for (int round = -1; round < rounds; round++) {
      for (Side side : round % 2 == 0 ? sides : sides.reversed()) {
        long begun = System.nanoTime();
        long passes = 0;
        double seconds;
        do {
          if (side.run.getAsInt() != texts.size()) {
            throw new IllegalStateException("texts were lost: " + side.name);
          }
          passes++;
          seconds = (System.nanoTime() - begun) / 1e9;
        } while (seconds < LEAST_SECONDS);
        if (round >= 0) {
          side.paces.add(passes * texts.size() / seconds);
        }
      }
    }
  }

  private void checkSame(PhraseFinder finder, MonitorPeer monitor) {
    List<BitSet> expected = monitor.phrases(texts);
    List<Map<Integer, List<Span>>> found = finder.find(texts).toList();
    for (int i = 0; i < texts.size(); i++) {
      Set<Integer> some = expected.get(i).stream().boxed().collect(Collectors.toSet());
      if (!found.get(i).keySet().equals(some)) {
        throw new IllegalStateException("not the same in: " + texts.get(i));
      }
    }
  }

  /// Different ones, half of them of the shipped thesaurus.
  private List<KeyPhrase> phrases(Lexicon lexicon, int count) {
    List<String> shipped =
        Thesaurus.shipped().terms().stream()
            .filter(term -> term.language() == Language.EN && term.kind() != Term.Kind.ALL)
            .map(Term::text)
            .toList();
    Set<KeyPhrase> phrases = new LinkedHashSet<>();
    Iterator<String> terms = GrownTerms.grow(shipped, texts, SEED).iterator();
    while (phrases.size() < count) {
      Term term = new Term(Scheme.THEME, "any", Language.EN, Term.Kind.ANY, terms.next());
      phrases.add(lexicon.add(term.phrases().getFirst()));
    }
    return List.copyOf(phrases);
  }

  private static List<MonitorPeer.Phrase> peers(List<KeyPhrase> phrases) {
    return phrases.stream()
        .map(phrase ->
            new MonitorPeer.Phrase(
                phrase.slots().stream().map(KeyPhrase.Slot::key).toList(),
                phrase.slots().stream().map(KeyPhrase.Slot::position).toList(),
                phrase.slop()))
        .toList();
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}

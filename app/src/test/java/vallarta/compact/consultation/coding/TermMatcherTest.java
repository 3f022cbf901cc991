package vallarta.compact.consultation.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vallarta.compact.language.Language;

/// The terms against the plainest matcher there can be: words of made-up languages compared one by
/// one.
final class TermMatcherTest {

  private static final String[] WORDS = {"pim", "pam", "pum", "pimpo", "pampo", "kut"};

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_171_206})
  void findsWhatComparingWordByWordFinds(long seed) {
    Random random = new Random(seed);
    List<Term> terms = Stream.generate(() -> term(random)).limit(120).distinct().toList();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      texts.add(words(random, random.nextInt(9)));
    }
    TermMatcher matcher = new TermMatcher(terms, Language.ZH);
    List<List<TermMatcher.Match>> found = matcher.match(texts);
    for (int i = 0; i < texts.size(); i++) {
      List<String> words = List.of(texts.get(i).split(" "));
      Set<String> expected =
          terms.stream()
              .filter(term -> counts(term, words, masked(masks(terms, term), words)))
              .map(TermMatcherTest::name)
              .collect(Collectors.toSet());
      Set<String> actual =
          found.get(i).stream().map(it -> name(it.term())).collect(Collectors.toSet());
      assertThat(actual).as("seed %d, text: %s", seed, texts.get(i)).isEqualTo(expected);
      for (TermMatcher.Match match : found.get(i)) {
        assertThat(match.words(texts.get(i))).isNotEmpty();
      }
    }
  }

  private static Term term(Random random) {
    Term.Kind kind = Term.Kind.values()[random.nextInt(3)];
    String text = kind == Term.Kind.ALL ? phrase(random) + " + " + phrase(random) : phrase(random);
    return new Term(Scheme.THEME, "t" + random.nextInt(20), Language.ZH, kind, text);
  }

  private static String phrase(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> words(random, 1 + random.nextInt(3));
      case 1 -> "=" + words(random, 1 + random.nextInt(2));
      default -> words(random, random.nextInt(2)) + (random.nextBoolean() ? "pi*" : "pa* pam");
    };
  }

  private static String words(Random random, int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    return words.toString();
  }

  private static Set<Term> masks(List<Term> terms, Term term) {
    return terms.stream()
        .filter(it -> it.kind() == Term.Kind.NOT && it.isOfSameConcept(term))
        .collect(Collectors.toSet());
  }

  private static boolean[] masked(Set<Term> nots, List<String> words) {
    boolean[] masked = new boolean[words.size()];
    for (Term not : nots) {
      String[] phrase = not.text().replace("=", "").strip().split(" +");
      for (int start = 0; start + phrase.length <= words.size(); start++) {
        if (stands(phrase, words, start)) {
          Arrays.fill(masked, start, start + phrase.length, true);
        }
      }
    }
    return masked;
  }

  private static boolean counts(Term term, List<String> words, boolean[] masked) {
    if (term.kind() == Term.Kind.NOT) {
      return false;
    }
    for (String part : term.text().split("\\+")) {
      String[] phrase = part.replace("=", "").strip().split(" +");
      boolean found = false;
      for (int start = 0; start + phrase.length <= words.size(); start++) {
        boolean free = true;
        for (int i = start; i < start + phrase.length; i++) {
          free &= !masked[i];
        }
        found |= free && stands(phrase, words, start);
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  private static boolean stands(String[] phrase, List<String> words, int start) {
    for (int i = 0; i < phrase.length; i++) {
      String word = words.get(start + i);
      boolean same =
          phrase[i].endsWith("*")
              ? word.startsWith(phrase[i].replace("*", ""))
              : word.equals(phrase[i]);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static String name(Term term) {
    return term.concept() + " " + term.kind() + " " + term.text();
  }
}

package vallarta.bench.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vallarta.engine.similarity.Shingling;
import vallarta.engine.similarity.Similarity;

class ExactPairsTest {

  private static final int TEXTS = 150;

  private static List<String> texts() {
    CampaignTexts campaigns = new CampaignTexts(InventedVocabulary.vocabulary(), TEXTS, 5);
    List<String> texts = new ArrayList<>();
    for (int key = 0; key < TEXTS; key++) {
      texts.add(key % 50 == 0 ? "" : campaigns.text(key));
    }
    return texts;
  }

  private static Corpus corpus(List<String> texts) {
    Shingling shingling = new Shingling();
    long[] keys = new long[texts.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = 10L * i;
    }
    return new Corpus(keys, texts.stream().map(shingling::of).toArray(long[][]::new));
  }

  @Test
  void findsAllPairsWithTheirSimilarity() {
    List<String> texts = texts();
    Map<String, Double> expected = new TreeMap<>();
    for (int one = 0; one < texts.size(); one++) {
      for (int other = one + 1; other < texts.size(); other++) {
        double similarity = Similarity.of(texts.get(one), texts.get(other));
        if (similarity >= 0.5) {
          expected.put(one + " " + other, similarity);
        }
      }
    }
    Map<String, Double> found = new TreeMap<>();
    ExactPairs.of(corpus(texts), 0.5, (one, other, similarity) -> true)
        .visit((one, other, similarity) ->
            found.put(Math.min(one, other) + " " + Math.max(one, other), similarity));
    assertThat(expected).hasSizeGreaterThan(10);
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void whoOnlyContainsATextOfTheGroupIsAGuest() {
    String common = "open shelters schools doors for families children parents arriving tonight";
    List<String> texts =
        List.of(common, common, common + " because winter nights kill", "publish yearly counts");
    Corpus corpus = corpus(texts);
    Labels components =
        ExactPairs.of(corpus, 0.5, (one, other, similarity) -> similarity >= 0.8).components();
    Guests guests =
        Guests.of(corpus, new Labels(corpus.keys(), new long[] {0, 0, 0, 0}), components);
    assertThat(guests.number()).isEqualTo(2);
    assertThat(guests.contained()).isEqualTo(1);
    assertThat(guests.others().groups()).containsExactly(0, 0, -21, -31);
  }

  @Test
  void componentsFollowPairsAndAreNamedByTheirSmallestKey() {
    List<String> texts =
        List.of(
            "open shelters for families",
            "publish every count of children held",
            "publish every count of children held!",
            "Open shelters for families");
    Labels components =
        ExactPairs.of(corpus(texts), 0.5, (one, other, similarity) -> similarity >= 0.8)
            .components();
    assertThat(components.groups()).containsExactly(0, 10, 10, 0);
  }
}

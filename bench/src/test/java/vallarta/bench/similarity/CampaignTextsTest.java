package vallarta.bench.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vallarta.engine.similarity.Similarity;

class CampaignTextsTest {

  private static final int TEXTS = 6_000;

  private final CampaignTexts texts = new CampaignTexts(InventedVocabulary.vocabulary(), TEXTS, 31);

  @TempDir private Path folder;

  @Test
  void theSameSeedMakesTheSameBytesWhateverTheThreads() throws IOException {
    Path one = folder.resolve("one");
    Path three = folder.resolve("three");
    texts.write(one, 1);
    new CampaignTexts(InventedVocabulary.vocabulary(), TEXTS, 31).write(three, 3);
    assertThat(three).hasSameBinaryContentAs(one);
    assertThat(Beside.truth(three)).hasSameBinaryContentAs(Beside.truth(one));
    assertThat(Beside.pairs(three)).hasSameBinaryContentAs(Beside.pairs(one));
    assertThat(new CampaignTexts(InventedVocabulary.vocabulary(), TEXTS, 32).text(0))
        .isNotEqualTo(texts.text(0));
  }

  @Test
  void writesWhatItSays() throws IOException {
    Path file = folder.resolve("texts");
    texts.write(file, 2);
    List<String> lines = Files.readAllLines(file);
    Labels truth = Labels.read(Beside.truth(file));
    assertThat(lines).hasSize(TEXTS);
    assertThat(truth.keys()).hasSize(TEXTS);
    for (int key = 0; key < TEXTS; key += 97) {
      assertThat(lines.get(key)).isEqualTo(key + "\t" + texts.text(key));
      assertThat(truth.groups()[key]).isEqualTo(texts.plan().campaign(key));
    }
  }

  @Test
  void campaignsHaveTheirSharesOfTheTexts() {
    CampaignPlan plan = texts.plan();
    Map<Integer, Long> sizes =
        IntStream.range(0, TEXTS)
            .boxed()
            .collect(Collectors.groupingBy(plan::campaign, Collectors.counting()));
    assertThat(sizes.get(CampaignPlan.NONE) - 2 * plan.pairs()).isEqualTo(TEXTS * 17 / 100);
    assertThat(sizes.get(1)).isEqualTo(TEXTS * 45 / 1000);
    for (int campaign = 2; campaign < plan.campaigns(); campaign++) {
      assertThat(sizes.get(campaign)).isBetween(2L, sizes.get(campaign - 1));
    }
  }

  @Test
  void aFifthIsNotAscii() {
    long other =
        IntStream.range(0, TEXTS)
            .filter(key -> texts.text(key).chars().anyMatch(c -> c > 0x7f))
            .count();
    assertThat((double) other / TEXTS).isCloseTo(0.2, within(0.015));
  }

  @Test
  void textsAreOfSixHundredBytes() {
    double bytes =
        IntStream.range(0, TEXTS)
            .map(key -> texts.text(key).getBytes(StandardCharsets.UTF_8).length)
            .average()
            .orElseThrow();
    assertThat(bytes).isCloseTo(600, within(20.0));
  }

  @Test
  void someOfACampaignAreNearDuplicatesAndNoneIsFarFromTheRest() {
    CampaignPlan plan = texts.plan();
    List<String> members =
        IntStream.range(0, TEXTS)
            .filter(key -> plan.campaign(key) == 1)
            .mapToObj(texts::text)
            .limit(60)
            .toList();
    List<Double> similarities =
        members.stream().skip(1).map(member -> Similarity.of(members.getFirst(), member)).toList();
    assertThat(similarities)
        .allMatch(similarity -> similarity > 0.2)
        .anyMatch(similarity -> similarity > 0.7);
  }

  @Test
  void plantedPairsAreExactlyAsSimilarAsTheFileSays() throws IOException {
    Path file = folder.resolve("texts");
    texts.write(file, 2);
    List<String> pairs = Files.readAllLines(Beside.pairs(file));
    assertThat(pairs).hasSize(3 * TEXTS / 200);
    for (String line : pairs) {
      String[] pair = line.split("\t");
      String one = texts.text(Integer.parseInt(pair[0]));
      String other = texts.text(Integer.parseInt(pair[1]));
      assertThat(Similarity.of(one, other)).isEqualTo(Double.parseDouble(pair[2]));
    }
    assertThat(pairs.stream().map(line -> line.split("\t")[2]).distinct())
        .containsExactlyInAnyOrder("0.75", "0.8", "0.85");
  }
}

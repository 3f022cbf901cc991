package vallarta.compact.consultation.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vallarta.compact.language.Language;
import vallarta.testkit.SharedData;
import vallarta.testkit.coding.CodeAgreement;
import vallarta.testkit.coding.LabelScore;
import vallarta.testkit.coding.LabelledText;

/// Whether the shipped thesaurus codes as experts do, and the same line alike in every language.
final class CodingQualityTest {

  private static final double MEAN_F1 = 0.88;
  private static final double OVERLAP = 0.75;

  @Test
  void codesRecommendationsAsExpertsLabelledThem() throws IOException {
    List<LabelledText> texts = LabelledText.read(SharedData.get("statements"));
    List<Set<String>> themes = themes(texts.stream().map(LabelledText::text).toList(), Language.EN);

    List<LabelScore> scores =
        Arrays.stream(LabelScore.Pair.values()).map(pair -> pair.score(texts, themes)).toList();
    assertThat(scores.stream().mapToDouble(LabelScore::f1).average().orElseThrow())
        .as("%s", scores)
        .isGreaterThanOrEqualTo(MEAN_F1);
  }

  @ParameterizedTest
  @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "EN")
  void codesALineAlikeInEveryLanguage(Language language) throws IOException {
    CodeAgreement agreement =
        CodeAgreement.of(
            themes(lines(Language.EN), Language.EN), themes(lines(language), language));

    assertThat(agreement.lines()).isGreaterThan(500);
    assertThat(agreement.meanOverlap()).as("%s", agreement).isGreaterThanOrEqualTo(OVERLAP);
  }

  private static List<String> lines(Language language) throws IOException {
    return Files.readAllLines(SharedData.get("languages/un-parallel." + language.tag() + ".txt"));
  }

  private static List<Set<String>> themes(List<String> texts, Language language) {
    return new Coder(Thesaurus.shipped())
        .code(texts.stream().map(text -> new CodingUnit(text, "", language)).toList()).stream()
            .map(codes ->
                codes.stream()
                    .filter(code -> code.scheme() == Scheme.THEME)
                    .map(SuggestedCode::term)
                    .collect(Collectors.toSet()))
            .toList();
  }
}

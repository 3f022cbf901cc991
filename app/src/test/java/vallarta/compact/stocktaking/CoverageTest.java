package vallarta.compact.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vallarta.compact.consultation.ExpectedVoice;
import vallarta.compact.consultation.TinyHoldings;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.stocktaking.Coverage.Row;

/// Who was heard of those expected.
class CoverageTest {

  private static final String LINES =
      """
      house-a | ngo   | 013 | es | | | One.
      house-a | ngo   | 013 | es | | | Two.
      house-b | ngo   | 013 | es | | | Three.
      house-b | ngo   | 013 | en | | | Four.
      crew-c  | union | 155 | en | | | Five.
      """;

  @Test
  void comparesEachKindWithWhatWasExpectedOfIt() {
    Coverage coverage =
        of(
            new ExpectedVoice(StakeholderType.NGO, "013", "es", 3),
            new ExpectedVoice(StakeholderType.UNION, "155", "en", 1),
            new ExpectedVoice(StakeholderType.BUSINESS, "002", "fr", 4));
    assertThat(coverage.rows())
        .containsExactly(
            new Row(StakeholderType.NGO, "013", "en", 1, 1, null),
            new Row(StakeholderType.NGO, "013", "es", 2, 3, 3),
            new Row(StakeholderType.BUSINESS, "002", "fr", 0, 0, 4),
            new Row(StakeholderType.UNION, "155", "en", 1, 1, 1));
    assertThat(coverage.rows())
        .extracting(Row::standing)
        .containsExactly("open", "fewer", "silent", "heard");
    assertThat(coverage.silent()).extracting(Row::type).containsExactly(StakeholderType.BUSINESS);
  }

  @Test
  void expectationsOfOneKindAddUp() {
    Coverage coverage =
        of(
            new ExpectedVoice(StakeholderType.UNION, "155", "en", 1),
            new ExpectedVoice(StakeholderType.UNION, "155", "en", 2));
    assertThat(coverage.rows()).contains(new Row(StakeholderType.UNION, "155", "en", 1, 1, 3));
  }

  @Test
  void nobodyExpectedIsNotSilence() {
    Coverage coverage = of(new ExpectedVoice(StakeholderType.MEDIA, "002", "fr", 0));
    assertThat(coverage.silent()).isEmpty();
    assertThat(coverage.total(StakeholderType.MEDIA).standing()).isEqualTo("heard");
  }

  @Test
  void aTotalCountsOnceWhoSpokeInTwoLanguages() {
    assertThat(of().total(StakeholderType.NGO))
        .isEqualTo(new Row(StakeholderType.NGO, "", "", 2, 4, null));
    assertThat(
            of(new ExpectedVoice(StakeholderType.NGO, "013", "es", 3)).total(StakeholderType.NGO))
        .isEqualTo(new Row(StakeholderType.NGO, "", "", 2, 4, 3));
    assertThat(of().total(StakeholderType.MEDIA))
        .isEqualTo(new Row(StakeholderType.MEDIA, "", "", 0, 0, null));
  }

  @Test
  void anExpectationOfAnyLanguageIsMetInEveryLanguage() {
    Coverage coverage = of(new ExpectedVoice(StakeholderType.NGO, "013", "", 3));
    assertThat(coverage.rows())
        .contains(
            new Row(StakeholderType.NGO, "013", "", 2, 4, 3),
            new Row(StakeholderType.NGO, "013", "es", 2, 3, null));
    assertThat(coverage.silent()).isEmpty();
    assertThat(coverage.total(StakeholderType.NGO))
        .isEqualTo(new Row(StakeholderType.NGO, "", "", 2, 4, 3));
  }

  @Test
  void anExpectationOfAnyRegionIsMetFromEveryRegion() {
    Coverage coverage =
        of(
            new ExpectedVoice(StakeholderType.UNION, "", "en", 1),
            new ExpectedVoice(StakeholderType.UNION, "", "fr", 1));
    assertThat(coverage.rows()).contains(new Row(StakeholderType.UNION, "", "en", 1, 1, 1));
    assertThat(coverage.silent())
        .containsExactly(new Row(StakeholderType.UNION, "", "fr", 0, 0, 1));
  }

  private static Coverage of(ExpectedVoice... expected) {
    return Coverage.of(TinyHoldings.of(LINES, expected));
  }
}

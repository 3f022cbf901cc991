package vallarta.compact.review.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What stands where two reviewers agree, and where they do not.
class FindingTest {

  @ParameterizedTest
  @CsvSource({
    "KEPT, NOT_KEPT, NOT_KEPT",
    "PARTLY_KEPT, MOSTLY_KEPT, PARTLY_KEPT",
    "CANNOT_TELL, KEPT, KEPT",
    "NOT_KEPT, CANNOT_TELL, NOT_KEPT"
  })
  void whereTheyDifferTheOneStandsByWhichLessWasKept(Verdict one, Verdict two, Verdict stands) {
    Finding finding = Finding.of(assessment(1, one), assessment(2, two));
    assertThat(finding.verdict()).isEqualTo(stands);
    assertThat(finding.agreement()).isEqualTo("differs");
    assertThat(finding.dissent().orElseThrow().found()).isNotEqualTo(stands);
    assertThat(Finding.of(assessment(2, two), assessment(1, one)))
        .as("whoever comes first")
        .isEqualTo(finding);
  }

  @Test
  void whereTheyAgreeThereIsNoDissent() {
    Finding finding = Finding.of(assessment(1, Verdict.KEPT), assessment(2, Verdict.KEPT));
    assertThat(finding.dissent()).isEmpty();
    assertThat(finding.agreement()).isEqualTo("same");
    assertThat(finding.recommendation()).isEqualTo("Do 1\n\nDo 2");
  }

  @Test
  void thereIsNoneBeforeBothAreIn() {
    assertThat(Finding.of(List.of(assessment(1, Verdict.KEPT), assessment(2, null)))).isEmpty();
  }

  private static Assessment assessment(long id, @Nullable Verdict verdict) {
    return new Assessment(
        id,
        1,
        1,
        id,
        verdict == null ? Assessment.State.ASKED : Assessment.State.HANDED_IN,
        verdict,
        new Assessment.Words("en", "Because"),
        "Do " + id,
        null,
        null,
        null);
  }
}

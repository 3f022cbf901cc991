package vallarta.compact.commitment.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {

  @ParameterizedTest
  @CsvSource({
    "001, 014, true",
    "002, 014, true",
    "202, 014, true",
    "419, 005, true",
    "019, 005, true",
    "014, 014, true",
    "014, 002, false",
    "142, 014, false",
    "nowhere, 014, false",
    "014, nowhere, false"
  })
  void aRegionContainsItselfAndItsParts(String outer, String inner, boolean contains) {
    assertThat(Regions.contains(outer, inner)).isEqualTo(contains);
  }

  @Test
  void whatIsAroundARegionIsNotWithinIt() {
    assertThat(Regions.around("014")).contains("001", "002", "202", "014").doesNotContain("011");
    assertThat(Regions.within("002")).contains("002", "014", "015").doesNotContain("001", "142");
  }
}

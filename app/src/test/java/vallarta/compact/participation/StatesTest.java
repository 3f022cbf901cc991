package vallarta.compact.participation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vallarta.compact.language.Language;

/// Codes of ISO 3166-1 and regions of UN M49, as the two standards list them.
class StatesTest {

  @ParameterizedTest
  @ValueSource(strings = {"MEX", "mex", "Mexico", "México", "Mexique", "Мексика", "墨西哥", "المكسيك"})
  void oneStateHasOneCodeInAllSixLanguages(String written) {
    assertThat(States.find(written).orElseThrow().code()).isEqualTo("MEX");
  }

  @ParameterizedTest
  @CsvSource({
    "Viet Nam, VNM",
    "Côte d’Ivoire, CIV",
    "Cote d'Ivoire, CIV",
    "Republic of Korea, KOR",
    "DPR Korea, PRK",
    "DR Congo, COD",
    "Congo, COG",
    "Bosnia & Herzegovina, BIH",
    "Bosnia and Herzegovina, BIH",
    "Timor-Leste, TLS",
    "Holy See, VAT"
  })
  void aStateMayBeCalledAsTheUnitedNationsOrOthersCallIt(String written, String code) {
    assertThat(States.find(written).orElseThrow().code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"MEX, 013", "SVN, 039", "KEN, 014", "BOL, 005", "FJI, 054"})
  void everyStateLiesInItsSubRegion(String code, String region) {
    assertThat(States.findCode(code).orElseThrow().region()).isEqualTo(region);
  }

  @Test
  void whatIsNoStateIsNotTakenForOne() {
    assertThat(States.find("Harbour Union")).isEmpty();
    assertThat(States.find("")).isEmpty();
    assertThat(States.findCode("ZZZ")).isEmpty();
  }

  @Test
  void aNameIsThatOfTheLanguageAndElseTheCode() {
    assertThat(States.name("SVN", Language.FR)).isEqualTo("Slovénie");
    assertThat(States.name("XVA", Language.FR)).isEqualTo("XVA");
  }

  @Test
  void aVoiceThatIsNamedLikeAStateIsThatStateUnlessItIsSaidToBeSomethingElse() {
    Stakeholder state = Stakeholder.named("Eslovenia", StakeholderType.UNKNOWN, "");
    assertThat(state)
        .isEqualTo(
            new Stakeholder("SVN", "Slovenia", "en", StakeholderType.STATE, "SVN", "039", false));
    assertThat(Stakeholder.named("Slovenia", StakeholderType.NGO, "039"))
        .isEqualTo(
            new Stakeholder("Slovenia", "Slovenia", "", StakeholderType.NGO, "", "039", false));
  }
}

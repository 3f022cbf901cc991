package vallarta.compact.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vallarta.compact.consultation.coding.Scheme;
import vallarta.compact.consultation.coding.Thesaurus;
import vallarta.compact.language.Language;
import vallarta.compact.language.Texts;
import vallarta.compact.participation.Stakeholder;
import vallarta.compact.participation.StakeholderType;
import vallarta.compact.web.part.Saying;
import vallarta.compact.web.part.Tag;

/// What things are called on a page.
class CodebookTest {

  private static final Texts TEXTS = Texts.load();
  private static final Codebook BOOK = new Codebook(TinyHoldings.THESAURUS, TEXTS.in(Language.EN));

  @Test
  void aTermIsCalledByItsLabelAndAnUnknownOneByItsId() {
    assertThat(BOOK.theme("labour")).isEqualTo("Labour");
    assertThat(BOOK.dimension("national")).isEqualTo("National");
    assertThat(BOOK.theme("gone")).isEqualTo("gone");
  }

  @Test
  void aDimensionHasTheRingOfItsLetter() {
    assertThat(Thesaurus.shipped().list(Scheme.DIMENSION).stream().map(BOOK::ring))
        .containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void aSuggestionAndADecisionAreDifferentTags() {
    Code suggested =
        new Code(
            Scheme.THEME, "labour", Code.State.SUGGESTED, "words", "worker=", "workers", "", "");
    Code decision =
        new Code(
            Scheme.THEME, "labour", Code.State.REJECTED, "", "", "", "secretariat", "a metaphor");
    assertThat(BOOK.tag(suggested)).isEqualTo(new Tag("Labour", 0, Tag.State.SUGGESTED, "workers"));
    Code decided = suggested.decidedAs(decision);
    assertThat(BOOK.tag(decided).state()).isEqualTo(Tag.State.REJECTED);
    assertThat(decided.words()).isEqualTo("workers");
    assertThat(decided.byRole()).isEqualTo("secretariat");
    assertThat(decided.counts()).isFalse();
  }

  @Test
  void saysWhichWordsMatchedWhichTermAndOfADecisionNothing() {
    Code suggested =
        new Code(
            Scheme.THEME, "labour", Code.State.SUGGESTED, "words", "worker=", "workers", "", "");
    assertThat(BOOK.why(suggested))
        .isEqualTo("“workers” in the statement itself matches the term “worker”");
    assertThat(
            BOOK.why(
                new Code(
                    Scheme.THEME, "labour", Code.State.ACCEPTED, "", "", "", "secretariat", "")))
        .isEmpty();
  }

  @Test
  void aStateIsCalledInTheLanguageOfThePageAndAllOthersByTheirOwnName() {
    Codebook french = new Codebook(TinyHoldings.THESAURUS, TEXTS.in(Language.FR));
    Stakeholder state = Stakeholder.named("SVN", StakeholderType.STATE, "");
    Stakeholder invented =
        new Stakeholder("suv", "Suvarnia", "en", StakeholderType.STATE, "XSU", "", true);
    Stakeholder union =
        new Stakeholder("u", "Harbour Union", "en", StakeholderType.UNION, "", "", false);
    assertThat(french.voice(state)).isEqualTo("Slovénie");
    assertThat(french.voice(invented)).isEqualTo("Suvarnia");
    assertThat(french.voice(union)).isEqualTo("Harbour Union");
    assertThat(BOOK.voice(Stakeholder.unknown("x"))).isEqualTo("Not said who");
  }

  @Test
  void aRegionIsCalledByItsNameAndAnotherByItsCode() {
    assertThat(BOOK.region("013")).isEqualTo("Central America");
    assertThat(BOOK.region("")).isEqualTo("Region not known");
    assertThat(BOOK.region("999")).isEqualTo("999");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyRegionTypeAndKindHasANameInEveryLanguage(Language language) {
    Codebook book = new Codebook(TinyHoldings.THESAURUS, TEXTS.in(language));
    assertThat(book.regions())
        .doesNotHaveDuplicates()
        .allSatisfy(it -> assertThat(book.region(it)).isNotEqualTo(it));
    for (StakeholderType type : StakeholderType.values()) {
      assertThat(book.type(type)).isNotBlank();
    }
  }

  @Test
  void aStatementIsShownWithSpeakerKindSourceAndCodes() {
    Statement it =
        TinyHoldings.statements("Casa | ngo | 013 | es | humanitarian | labour | Words.")
            .getFirst();
    Saying saying = BOOK.saying(Codebook.NO_PAGES, it, List.of(), 1, "");
    assertThat(saying.speaker()).isEqualTo("Casa");
    assertThat(saying.about()).isEqualTo("Non-governmental organisation · Central America");
    assertThat(saying.kind()).isEqualTo("Ask");
    assertThat(saying.source()).isEqualTo("input-1.txt");
    assertThat(saying.language()).isEqualTo("es");
    assertThat(saying.codes()).extracting(Tag::ring).containsExactly(1, 0);
    assertThat(saying.href()).isEmpty();
  }
}

package vallarta.compact.consultation.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vallarta.compact.language.Language;

final class SentencesTest {

  private static final Sentences SENTENCES = new Sentences();

  @Test
  void keepsEnglishAbbreviationsInsideTheirSentence() {
    assertThat(
            split("Mr. Amadi and Ms. Oyelaran spoke. They cited art. 5 and para. 12.", Language.EN))
        .containsExactly("Mr. Amadi and Ms. Oyelaran spoke.", "They cited art. 5 and para. 12.");
    assertThat(
            split(
                "Convention No. 29, e.g. Article 2, and document A/72/643/Add. 1 apply.",
                Language.EN))
        .hasSize(1);
    assertThat(split("St. Aubin joined. No. It did not.", Language.EN))
        .containsExactly("St. Aubin joined.", "No.", "It did not.");
  }

  @Test
  void endsASentenceAtAnAbbreviationOnlyWhereASentenceOpens() {
    assertThat(split("The U.N. Secretariat answered.", Language.EN)).hasSize(1);
    assertThat(split("It came from the U.N. The answer was short.", Language.EN))
        .containsExactly("It came from the U.N.", "The answer was short.");
    assertThat(split("J. B. Lindqvist chaired.", Language.EN)).hasSize(1);
  }

  @Test
  void keepsDecimalsOrdinalsAndEllipses() {
    assertThat(split("It grew by 3.5 per cent. Then it fell.", Language.EN)).hasSize(2);
    assertThat(split("We waited ... and nothing came.", Language.EN)).hasSize(1);
    assertThat(split("12. The group met.", Language.EN)).containsExactly("12. The group met.");
  }

  @Test
  void givesAClosingQuotationMarkToTheSentenceBeforeIt() {
    assertThat(split("She said “we need homes.” They agreed.", Language.EN))
        .containsExactly("She said “we need homes.”", "They agreed.");
    assertThat(split("Il a dit : « Nous partons. » Elle est restée.", Language.FR))
        .containsExactly("Il a dit : « Nous partons. »", "Elle est restée.");
  }

  @Test
  void leavesTheNumberOfANoteOut() {
    assertThat(split("They were heard.12 The group left.13", Language.EN))
        .containsExactly("They were heard.", "The group left.");
    assertThat(split("They were heard. 12 The group left.", Language.EN))
        .containsExactly("They were heard.", "The group left.");
  }

  @Test
  void partsRecommendationsThatShareANumber() {
    assertThat(split("Ratify the treaty (Arvenia); Adopt a law (Sundmark);", Language.EN))
        .containsExactly("Ratify the treaty (Arvenia);", "Adopt a law (Sundmark);");
  }

  @Test
  void knowsTheAbbreviationsOfFrenchSpanishAndRussian() {
    assertThat(split("M. Brun a cité l'art. 4. Mme Noir a répondu.", Language.FR)).hasSize(2);
    assertThat(split("El Sr. Prado citó el párr. 7 y el Nº 12. La Dra. Ríos asintió.", Language.ES))
        .containsExactly("El Sr. Prado citó el párr. 7 y el Nº 12.", "La Dra. Ríos asintió.");
    assertThat(split("Согласно п. 3 ст. 12 это верно. В 2012 г. Комитет собрался.", Language.RU))
        .containsExactly("Согласно п. 3 ст. 12 это верно.", "В 2012 г. Комитет собрался.");
    assertThat(split("Доклад вышел в конце весны 2012 г. Комитет его одобрил.", Language.RU))
        .hasSize(2);
  }

  @Test
  void splitsChineseAndArabic() {
    assertThat(split("我们需要住房。政府应提供培训！谁来做？", Language.ZH))
        .containsExactly("我们需要住房。", "政府应提供培训！", "谁来做？");
    assertThat(split("نحتاج إلى السكن. هل تسمعون؟ نعم.", Language.AR))
        .containsExactly("نحتاج إلى السكن.", "هل تسمعون؟", "نعم.");
  }

  private static List<String> split(String text, Language language) {
    return SENTENCES.split(text, 0, text.length(), language).stream()
        .map(span -> text.substring(span.start(), span.end()))
        .toList();
  }
}
